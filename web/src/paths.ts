/** Every address of the interface. Links and navigation take them from here, and from nowhere else. */
export const paths = {
  today: '/',
  people: '/people',
  lead: '/people/$personId',
  account: '/accounts/$accountId',
  agreement: '/agreement',
  agreementVersion: '/agreement/$version',
  agreementDraft: '/agreement/$version/draft',
  backtest: '/agreement/backtest/$backtestId',
  promises: '/promises',
  feedback: '/feedback',
  reports: '/reports/funnel',
  import: '/import',
  importRun: '/import/$importId',
  forms: '/forms',
  team: '/team',
  settings: '/settings',
  settingsMail: '/settings/mail',
  settingsWebhooks: '/settings/webhooks',
  setup: '/welcome',
  signIn: '/sign-in',
  invitation: '/invitation',
} as const

export type Path = (typeof paths)[keyof typeof paths]
