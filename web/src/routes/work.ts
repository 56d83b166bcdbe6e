import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withWords } from '../i18n/i18n.ts'
import { parseAccountSearch } from '../pages/account/search.ts'
import { parseCallsSearch } from '../pages/calls/search.ts'
import { parseConversationsSearch } from '../pages/conversations/search.ts'
import { parseLeadSearch } from '../pages/lead/search.ts'
import { parseMailSearch } from '../pages/mail/search.ts'
import { parseMeetingsSearch } from '../pages/meetings/search.ts'
import { parseMessagesSearch } from '../pages/messages/search.ts'
import { parseNeedsSearch } from '../pages/needs/search.ts'
import { parseNetworkingSearch } from '../pages/networking/search.ts'
import { parsePeopleSearch } from '../pages/people/search.ts'
import { parseTodaySearch } from '../pages/today/search.ts'
import { paths } from '../paths.ts'
import { formsPage } from '../theme/with-forms.tsx'
import { framed } from './framed.ts'

/** What a seller works with: the queue, people, calls, meetings, mail, conversations. */
export const workPages = [
  createRoute({
    getParentRoute: () => framed,
    path: paths.today,
    validateSearch: parseTodaySearch,
    component: lazyRouteComponent(
      withWords(['lead'], () => import('../pages/today/today-page.tsx')),
      'TodayPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.people,
    validateSearch: parsePeopleSearch,
    component: formsPage(
      withWords(['people'], () => import('../pages/people/people-page.tsx')),
      'PeoplePage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.lead,
    validateSearch: parseLeadSearch,
    component: formsPage(
      withWords(['account', 'deals', 'duplicates', 'lead', 'privacy'], () => import('../pages/lead/lead-page.tsx')),
      'LeadPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.account,
    validateSearch: parseAccountSearch,
    component: formsPage(
      withWords(['account', 'lead'], () => import('../pages/account/account-page.tsx')),
      'AccountPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.calls,
    validateSearch: parseCallsSearch,
    component: formsPage(
      withWords(['calls'], () => import('../pages/calls/calls-page.tsx')),
      'CallsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.callSession,
    component: formsPage(
      withWords(['calls', 'lead'], () => import('../pages/calls/session-page.tsx')),
      'SessionPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.callScripts,
    component: formsPage(
      withWords(['calls'], () => import('../pages/calls/scripts-page.tsx')),
      'ScriptsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.callSettings,
    component: formsPage(
      withWords(['calls'], () => import('../pages/calls/settings-page.tsx')),
      'CallSettingsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.needs,
    validateSearch: parseNeedsSearch,
    component: formsPage(
      withWords(['needs'], () => import('../pages/needs/needs-page.tsx')),
      'NeedsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.messages,
    validateSearch: parseMessagesSearch,
    component: formsPage(
      withWords(['account', 'messages'], () => import('../pages/messages/messages-page.tsx')),
      'MessagesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.meetings,
    validateSearch: parseMeetingsSearch,
    component: formsPage(
      withWords(['meetings'], () => import('../pages/meetings/meetings-page.tsx')),
      'MeetingsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.networking,
    validateSearch: parseNetworkingSearch,
    component: formsPage(
      withWords(['networking'], () => import('../pages/networking/networking-page.tsx')),
      'NetworkingPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.duplicates,
    component: formsPage(
      withWords(['duplicates'], () => import('../pages/duplicates/duplicates-page.tsx')),
      'DuplicatesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.conversations,
    validateSearch: parseConversationsSearch,
    component: formsPage(
      withWords(['conversations'], () => import('../pages/conversations/conversations-page.tsx')),
      'ConversationsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.conversation,
    component: formsPage(
      withWords(['conversations'], () => import('../pages/conversations/conversation-page.tsx')),
      'ConversationPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.mail,
    validateSearch: parseMailSearch,
    component: formsPage(
      withWords(['mail'], () => import('../pages/mail/mail-page.tsx')),
      'MailPage',
    ),
  }),
] as const
