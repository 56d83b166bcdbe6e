import { createRoute } from '@tanstack/react-router'
import { withWords } from '../i18n/i18n.ts'
import { parseAttributionSearch } from '../pages/attribution/search.ts'
import { parseCampaignsSearch } from '../pages/campaigns/search.ts'
import { parseFormsSearch } from '../pages/forms/search.ts'
import { parseFunnelSearch } from '../pages/funnel/search.ts'
import { paths } from '../paths.ts'
import { formsPage } from '../theme/with-forms.tsx'
import { framed } from './framed.ts'

/** Campaigns, forms, the site, and the reports on what they became. */
export const marketingPages = [
  createRoute({
    getParentRoute: () => framed,
    path: paths.campaigns,
    validateSearch: parseCampaignsSearch,
    component: formsPage(
      withWords(['campaigns'], () => import('../pages/campaigns/campaigns-page.tsx')),
      'CampaignsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.campaign,
    component: formsPage(
      withWords(['attribution', 'campaigns', 'feedback'], () => import('../pages/campaigns/campaign-page.tsx')),
      'CampaignPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.campaignCosts,
    component: formsPage(
      withWords(['campaigns'], () => import('../pages/campaigns/costs-page.tsx')),
      'CostsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.campaignChannels,
    component: formsPage(
      withWords(['campaigns'], () => import('../pages/campaigns/channels-page.tsx')),
      'ChannelsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.campaignLinks,
    component: formsPage(
      withWords(['campaigns'], () => import('../pages/campaigns/links-page.tsx')),
      'LinksPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.reports,
    validateSearch: parseFunnelSearch,
    component: formsPage(
      withWords(['attribution', 'funnel'], () => import('../pages/funnel/funnel-page.tsx')),
      'FunnelPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.attribution,
    validateSearch: parseAttributionSearch,
    component: formsPage(
      withWords(['attribution', 'funnel'], () => import('../pages/attribution/attribution-page.tsx')),
      'AttributionPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.forms,
    validateSearch: parseFormsSearch,
    component: formsPage(
      withWords(['forms'], () => import('../pages/forms/forms-page.tsx')),
      'FormsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.website,
    component: formsPage(
      withWords(['website'], () => import('../pages/website/website-page.tsx')),
      'WebsitePage',
    ),
  }),
] as const
