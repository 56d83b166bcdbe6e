import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { queryClient, whenSignedOut } from './api/query-client.ts'
import { Crashed } from './frame/crashed.tsx'
import { enter } from './frame/enter.ts'
import { Frame } from './frame/frame.tsx'
import { NotFound } from './frame/not-found.tsx'
import { withWords } from './i18n/i18n.ts'
import { parseAccountSearch } from './pages/account/search.ts'
import { parseDraftSearch } from './pages/agreement/editor/search.ts'
import { parseAgreementSearch } from './pages/agreement/search.ts'
import { parseAttributionSearch } from './pages/attribution/search.ts'
import { parseBacktestSearch } from './pages/backtest/search.ts'
import { parseCallsSearch } from './pages/calls/search.ts'
import { parseCampaignsSearch } from './pages/campaigns/search.ts'
import { parseConversationsSearch } from './pages/conversations/search.ts'
import { parseDealsSearch, parseReportSearch } from './pages/deals/search.ts'
import { parseFeedbackSearch } from './pages/feedback/search.ts'
import { parseFormsSearch } from './pages/forms/search.ts'
import { parseFunnelSearch } from './pages/funnel/search.ts'
import { parseImportSearch } from './pages/import/search.ts'
import { parseLeadSearch } from './pages/lead/search.ts'
import { parseMailSearch, parseSignedInSearch } from './pages/mail/search.ts'
import { parseMeetingsSearch } from './pages/meetings/search.ts'
import { parseMessagesSearch } from './pages/messages/search.ts'
import { parseNeedsSearch } from './pages/needs/search.ts'
import { parseNetworkingSearch } from './pages/networking/search.ts'
import { parsePeopleSearch } from './pages/people/search.ts'
import { parsePromisesSearch } from './pages/promises/search.ts'
import { parseWebhooksSearch } from './pages/settings/search.ts'
import { parseInvitationSearch, parseSignInSearch } from './pages/sign-in/search.ts'
import { parseTeamSearch } from './pages/team/search.ts'
import { parseTodaySearch } from './pages/today/search.ts'
import { paths } from './paths.ts'
import { Skeleton } from './ui/skeleton.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: Crashed })
const framed = createRoute({
  getParentRoute: () => root,
  id: 'framed',
  beforeLoad: enter,
  component: Frame,
  errorComponent: Crashed,
})

/** One line per page: its address, what it keeps in the address, and the file that shows it, loaded when it is visited. */
const pages = [
  createRoute({
    getParentRoute: () => framed,
    path: paths.today,
    validateSearch: parseTodaySearch,
    component: lazyRouteComponent(
      withWords(['lead'], () => import('./pages/today/today-page.tsx')),
      'TodayPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.people,
    validateSearch: parsePeopleSearch,
    component: lazyRouteComponent(
      withWords(['people'], () => import('./pages/people/people-page.tsx')),
      'PeoplePage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.lead,
    validateSearch: parseLeadSearch,
    component: lazyRouteComponent(
      withWords(['account', 'deals', 'duplicates', 'lead', 'privacy'], () => import('./pages/lead/lead-page.tsx')),
      'LeadPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.account,
    validateSearch: parseAccountSearch,
    component: lazyRouteComponent(
      withWords(['account', 'lead'], () => import('./pages/account/account-page.tsx')),
      'AccountPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.deals,
    validateSearch: parseDealsSearch,
    component: lazyRouteComponent(
      withWords(['deals'], () => import('./pages/deals/deals-page.tsx')),
      'DealsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.dealsList,
    validateSearch: parseDealsSearch,
    component: lazyRouteComponent(
      withWords(['deals'], () => import('./pages/deals/list-page.tsx')),
      'DealsListPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.dealsForecast,
    validateSearch: parseReportSearch,
    component: lazyRouteComponent(
      withWords(['deals'], () => import('./pages/deals/forecast-page.tsx')),
      'ForecastPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.dealsResults,
    validateSearch: parseReportSearch,
    component: lazyRouteComponent(
      withWords(['deals'], () => import('./pages/deals/results-page.tsx')),
      'ResultsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.deal,
    component: lazyRouteComponent(
      withWords(['deals'], () => import('./pages/deals/deal-page.tsx')),
      'DealPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.agreement,
    validateSearch: parseAgreementSearch,
    component: lazyRouteComponent(
      withWords(['agreement', 'feedback', 'promises'], () => import('./pages/agreement/agreement-page.tsx')),
      'AgreementPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.agreementVersion,
    validateSearch: parseAgreementSearch,
    component: lazyRouteComponent(
      withWords(['agreement', 'feedback', 'promises'], () => import('./pages/agreement/agreement-page.tsx')),
      'AgreementPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.agreementDraft,
    validateSearch: parseDraftSearch,
    component: lazyRouteComponent(
      withWords(['agreement', 'backtest', 'feedback'], () => import('./pages/agreement/editor/draft-page.tsx')),
      'DraftPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.backtest,
    validateSearch: parseBacktestSearch,
    component: lazyRouteComponent(
      withWords(['backtest'], () => import('./pages/backtest/backtest-page.tsx')),
      'BacktestPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.learned,
    component: lazyRouteComponent(
      withWords(['learned', 'promises'], () => import('./pages/learned/learned-page.tsx')),
      'LearnedPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.learnedScore,
    component: lazyRouteComponent(
      withWords(['learned', 'promises'], () => import('./pages/learned/learned-score-page.tsx')),
      'LearnedScorePage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.promises,
    validateSearch: parsePromisesSearch,
    component: lazyRouteComponent(
      withWords(['funnel', 'promises'], () => import('./pages/promises/promises-page.tsx')),
      'PromisesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.feedback,
    validateSearch: parseFeedbackSearch,
    component: lazyRouteComponent(
      withWords(['feedback'], () => import('./pages/feedback/feedback-page.tsx')),
      'FeedbackPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.calls,
    validateSearch: parseCallsSearch,
    component: lazyRouteComponent(
      withWords(['calls'], () => import('./pages/calls/calls-page.tsx')),
      'CallsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.callSession,
    component: lazyRouteComponent(
      withWords(['calls', 'lead'], () => import('./pages/calls/session-page.tsx')),
      'SessionPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.callScripts,
    component: lazyRouteComponent(
      withWords(['calls'], () => import('./pages/calls/scripts-page.tsx')),
      'ScriptsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.callSettings,
    component: lazyRouteComponent(
      withWords(['calls'], () => import('./pages/calls/settings-page.tsx')),
      'CallSettingsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.needs,
    validateSearch: parseNeedsSearch,
    component: lazyRouteComponent(
      withWords(['needs'], () => import('./pages/needs/needs-page.tsx')),
      'NeedsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.messages,
    validateSearch: parseMessagesSearch,
    component: lazyRouteComponent(
      withWords(['account', 'messages'], () => import('./pages/messages/messages-page.tsx')),
      'MessagesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.meetings,
    validateSearch: parseMeetingsSearch,
    component: lazyRouteComponent(
      withWords(['meetings'], () => import('./pages/meetings/meetings-page.tsx')),
      'MeetingsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.networking,
    validateSearch: parseNetworkingSearch,
    component: lazyRouteComponent(
      withWords(['networking'], () => import('./pages/networking/networking-page.tsx')),
      'NetworkingPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.campaigns,
    validateSearch: parseCampaignsSearch,
    component: lazyRouteComponent(
      withWords(['campaigns'], () => import('./pages/campaigns/campaigns-page.tsx')),
      'CampaignsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.campaign,
    component: lazyRouteComponent(
      withWords(['attribution', 'campaigns', 'feedback'], () => import('./pages/campaigns/campaign-page.tsx')),
      'CampaignPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.campaignCosts,
    component: lazyRouteComponent(
      withWords(['campaigns'], () => import('./pages/campaigns/costs-page.tsx')),
      'CostsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.campaignChannels,
    component: lazyRouteComponent(
      withWords(['campaigns'], () => import('./pages/campaigns/channels-page.tsx')),
      'ChannelsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.campaignLinks,
    component: lazyRouteComponent(
      withWords(['campaigns'], () => import('./pages/campaigns/links-page.tsx')),
      'LinksPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.reports,
    validateSearch: parseFunnelSearch,
    component: lazyRouteComponent(
      withWords(['attribution', 'funnel'], () => import('./pages/funnel/funnel-page.tsx')),
      'FunnelPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.attribution,
    validateSearch: parseAttributionSearch,
    component: lazyRouteComponent(
      withWords(['attribution', 'funnel'], () => import('./pages/attribution/attribution-page.tsx')),
      'AttributionPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.import,
    component: lazyRouteComponent(
      withWords(['importing'], () => import('./pages/import/import-page.tsx')),
      'ImportPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.importRun,
    validateSearch: parseImportSearch,
    component: lazyRouteComponent(
      withWords(['account', 'importing'], () => import('./pages/import/import-run-page.tsx')),
      'ImportRunPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.forms,
    validateSearch: parseFormsSearch,
    component: lazyRouteComponent(
      withWords(['forms'], () => import('./pages/forms/forms-page.tsx')),
      'FormsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.website,
    component: lazyRouteComponent(
      withWords(['website'], () => import('./pages/website/website-page.tsx')),
      'WebsitePage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.duplicates,
    component: lazyRouteComponent(
      withWords(['duplicates'], () => import('./pages/duplicates/duplicates-page.tsx')),
      'DuplicatesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.team,
    validateSearch: parseTeamSearch,
    component: lazyRouteComponent(
      withWords(['team'], () => import('./pages/team/team-page.tsx')),
      'TeamPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.settings,
    component: lazyRouteComponent(
      withWords(['settings'], () => import('./pages/settings/notices-page.tsx')),
      'NoticesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.conversations,
    validateSearch: parseConversationsSearch,
    component: lazyRouteComponent(
      withWords(['conversations'], () => import('./pages/conversations/conversations-page.tsx')),
      'ConversationsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.conversation,
    component: lazyRouteComponent(
      withWords(['conversations'], () => import('./pages/conversations/conversation-page.tsx')),
      'ConversationPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.settingsKeys,
    component: lazyRouteComponent(
      withWords(['apiKeys', 'settings'], () => import('./pages/api-keys/api-keys-page.tsx')),
      'ApiKeysPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.mail,
    validateSearch: parseMailSearch,
    component: lazyRouteComponent(
      withWords(['mail'], () => import('./pages/mail/mail-page.tsx')),
      'MailPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.settingsMailboxes,
    component: lazyRouteComponent(
      withWords(['mail', 'settings'], () => import('./pages/mail/mailboxes-page.tsx')),
      'MailboxesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.mailboxSignedIn,
    validateSearch: parseSignedInSearch,
    component: lazyRouteComponent(
      withWords(['mail', 'settings'], () => import('./pages/mail/signed-in-page.tsx')),
      'SignedInPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.settingsMail,
    component: lazyRouteComponent(
      withWords(['settings', 'setup'], () => import('./pages/settings/mail-page.tsx')),
      'MailPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.settingsCompany,
    component: lazyRouteComponent(
      withWords(['settings'], () => import('./pages/settings/company-page.tsx')),
      'CompanyPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.settingsPrivacy,
    component: lazyRouteComponent(
      withWords(['privacy', 'settings'], () => import('./pages/privacy/privacy-page.tsx')),
      'PrivacyPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.settingsWebhooks,
    validateSearch: parseWebhooksSearch,
    component: lazyRouteComponent(
      withWords(['settings'], () => import('./pages/settings/webhooks-page.tsx')),
      'WebhooksPage',
    ),
  }),
] as const

const openPages = [
  createRoute({
    getParentRoute: () => root,
    path: paths.setup,
    component: lazyRouteComponent(
      withWords(['setup', 'signIn'], () => import('./pages/setup/setup-page.tsx')),
      'SetupPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.signIn,
    validateSearch: parseSignInSearch,
    component: lazyRouteComponent(
      withWords(['setup', 'signIn'], () => import('./pages/sign-in/sign-in-page.tsx')),
      'SignInPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.invitation,
    validateSearch: parseInvitationSearch,
    component: lazyRouteComponent(
      withWords(['setup', 'signIn'], () => import('./pages/sign-in/invitation-page.tsx')),
      'InvitationPage',
    ),
  }),
] as const

export const router = createRouter({
  routeTree: root.addChildren([framed.addChildren(pages), ...openPages]),
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 200,
  defaultPendingComponent: Skeleton,
  defaultErrorComponent: Crashed,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

whenSignedOut(() => {
  queryClient.removeQueries({ queryKey: ['session'] })
  const { pathname, href } = router.state.location
  if (pathname === paths.signIn || pathname === paths.setup || pathname === paths.invitation) return
  void router.navigate({ to: paths.signIn, search: href === paths.today ? {} : { next: href } })
})
