import { createRoute } from '@tanstack/react-router'
import { withWords } from '../i18n/i18n.ts'
import { parseImportSearch } from '../pages/import/search.ts'
import { parseSignedInSearch } from '../pages/mail/search.ts'
import { parseWebhooksSearch } from '../pages/settings/search.ts'
import { parseTeamSearch } from '../pages/team/search.ts'
import { paths } from '../paths.ts'
import { formsPage } from '../theme/with-forms.tsx'
import { framed } from './framed.ts'

/** Import, the team and the settings. */
export const housePages = [
  createRoute({
    getParentRoute: () => framed,
    path: paths.import,
    component: formsPage(
      withWords(['importing'], () => import('../pages/import/import-page.tsx')),
      'ImportPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.importRun,
    validateSearch: parseImportSearch,
    component: formsPage(
      withWords(['account', 'importing'], () => import('../pages/import/import-run-page.tsx')),
      'ImportRunPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.team,
    validateSearch: parseTeamSearch,
    component: formsPage(
      withWords(['team'], () => import('../pages/team/team-page.tsx')),
      'TeamPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.settings,
    component: formsPage(
      withWords(['settings'], () => import('../pages/settings/notices-page.tsx')),
      'NoticesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.settingsKeys,
    component: formsPage(
      withWords(['apiKeys', 'settings'], () => import('../pages/api-keys/api-keys-page.tsx')),
      'ApiKeysPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.settingsMailboxes,
    component: formsPage(
      withWords(['mail', 'settings'], () => import('../pages/mail/mailboxes-page.tsx')),
      'MailboxesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.mailboxSignedIn,
    validateSearch: parseSignedInSearch,
    component: formsPage(
      withWords(['mail', 'settings'], () => import('../pages/mail/signed-in-page.tsx')),
      'SignedInPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.settingsMail,
    component: formsPage(
      withWords(['settings', 'setup'], () => import('../pages/settings/mail-page.tsx')),
      'MailPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.settingsCompany,
    component: formsPage(
      withWords(['settings'], () => import('../pages/settings/company-page.tsx')),
      'CompanyPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.settingsPrivacy,
    component: formsPage(
      withWords(['privacy', 'settings'], () => import('../pages/privacy/privacy-page.tsx')),
      'PrivacyPage',
    ),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: paths.settingsWebhooks,
    validateSearch: parseWebhooksSearch,
    component: formsPage(
      withWords(['settings'], () => import('../pages/settings/webhooks-page.tsx')),
      'WebhooksPage',
    ),
  }),
] as const
