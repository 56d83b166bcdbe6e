import type { Language, WordTree } from './languages.ts'

type Loader = () => Promise<WordTree>

/**
 * The words that only some pages need, by the first part of their keys. A page names those it uses in `routes.tsx`;
 * what every screen needs is in `core-en.ts`.
 */
export const PARTS = {
  account: {
    en: async () => (await import('../pages/account/en.ts')).en,
    fr: async () => (await import('../pages/account/fr.ts')).fr,
  },
  agreement: {
    en: async () => (await import('../pages/agreement/en.ts')).en,
    fr: async () => (await import('../pages/agreement/fr.ts')).fr,
  },
  apiKeys: {
    en: async () => (await import('../pages/api-keys/en.ts')).en,
    fr: async () => (await import('../pages/api-keys/fr.ts')).fr,
  },
  attribution: {
    en: async () => (await import('../pages/attribution/en.ts')).en,
    fr: async () => (await import('../pages/attribution/fr.ts')).fr,
  },
  backtest: {
    en: async () => (await import('../pages/backtest/en.ts')).en,
    fr: async () => (await import('../pages/backtest/fr.ts')).fr,
  },
  calls: {
    en: async () => (await import('../pages/calls/en.ts')).en,
    fr: async () => (await import('../pages/calls/fr.ts')).fr,
  },
  campaigns: {
    en: async () => (await import('../pages/campaigns/en.ts')).en,
    fr: async () => (await import('../pages/campaigns/fr.ts')).fr,
  },
  deals: {
    en: async () => (await import('../pages/deals/en.ts')).en,
    fr: async () => (await import('../pages/deals/fr.ts')).fr,
  },
  conversations: {
    en: async () => (await import('../pages/conversations/en.ts')).en,
    fr: async () => (await import('../pages/conversations/fr.ts')).fr,
  },
  duplicates: {
    en: async () => (await import('../pages/duplicates/en.ts')).en,
    fr: async () => (await import('../pages/duplicates/fr.ts')).fr,
  },
  feedback: {
    en: async () => (await import('../pages/feedback/en.ts')).en,
    fr: async () => (await import('../pages/feedback/fr.ts')).fr,
  },
  forms: {
    en: async () => (await import('../pages/forms/en.ts')).en,
    fr: async () => (await import('../pages/forms/fr.ts')).fr,
  },
  funnel: {
    en: async () => (await import('../pages/funnel/en.ts')).en,
    fr: async () => (await import('../pages/funnel/fr.ts')).fr,
  },
  importing: {
    en: async () => (await import('../pages/import/en.ts')).en,
    fr: async () => (await import('../pages/import/fr.ts')).fr,
  },
  lead: {
    en: async () => (await import('../pages/lead/en.ts')).en,
    fr: async () => (await import('../pages/lead/fr.ts')).fr,
  },
  learned: {
    en: async () => (await import('../pages/learned/en.ts')).en,
    fr: async () => (await import('../pages/learned/fr.ts')).fr,
  },
  messages: {
    en: async () => (await import('../pages/messages/en.ts')).en,
    fr: async () => (await import('../pages/messages/fr.ts')).fr,
  },
  mail: {
    en: async () => (await import('../pages/mail/en.ts')).en,
    fr: async () => (await import('../pages/mail/fr.ts')).fr,
  },
  needs: {
    en: async () => (await import('../pages/needs/en.ts')).en,
    fr: async () => (await import('../pages/needs/fr.ts')).fr,
  },
  meetings: {
    en: async () => (await import('../pages/meetings/en.ts')).en,
    fr: async () => (await import('../pages/meetings/fr.ts')).fr,
  },
  networking: {
    en: async () => (await import('../pages/networking/en.ts')).en,
    fr: async () => (await import('../pages/networking/fr.ts')).fr,
  },
  people: {
    en: async () => (await import('../pages/people/en.ts')).en,
    fr: async () => (await import('../pages/people/fr.ts')).fr,
  },
  privacy: {
    en: async () => (await import('../pages/privacy/en.ts')).en,
    fr: async () => (await import('../pages/privacy/fr.ts')).fr,
  },
  promises: {
    en: async () => (await import('../pages/promises/en.ts')).en,
    fr: async () => (await import('../pages/promises/fr.ts')).fr,
  },
  settings: {
    en: async () => (await import('../pages/settings/en.ts')).en,
    fr: async () => (await import('../pages/settings/fr.ts')).fr,
  },
  setup: {
    en: async () => (await import('../pages/setup/en.ts')).en,
    fr: async () => (await import('../pages/setup/fr.ts')).fr,
  },
  signIn: {
    en: async () => (await import('../pages/sign-in/en.ts')).en,
    fr: async () => (await import('../pages/sign-in/fr.ts')).fr,
  },
  team: {
    en: async () => (await import('../pages/team/en.ts')).en,
    fr: async () => (await import('../pages/team/fr.ts')).fr,
  },
  views: {
    en: async () => (await import('../views/en.ts')).en,
    fr: async () => (await import('../views/fr.ts')).fr,
  },
  website: {
    en: async () => (await import('../pages/website/en.ts')).en,
    fr: async () => (await import('../pages/website/fr.ts')).fr,
  },
} as const satisfies Record<string, Record<Language, Loader>>

export type Part = keyof typeof PARTS
