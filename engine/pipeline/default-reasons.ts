import type { Language } from '../agreement/words/grammar.ts'

/**
 * Why deals are won and lost where the agreement names no reasons of its own: the same list for both, with the polarity
 * of the outcome. Source: domain.md 8.4, suggested codes.
 */
export const DEFAULT_REASONS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  PRICE_VALUE: { en: 'price against value', fr: 'le prix face à la valeur' },
  FUNCTION_GAP: { en: 'functions', fr: 'les fonctions' },
  INTEGRATION: { en: 'integration', fr: 'l’intégration' },
  TRUST_RISK: { en: 'trust and risk', fr: 'la confiance et le risque' },
  RELATIONSHIP: { en: 'relationship', fr: 'la relation' },
  TIMING: { en: 'timing', fr: 'le moment' },
  BUDGET_LOST: { en: 'budget', fr: 'le budget' },
  CHAMPION_LEFT: { en: 'our champion', fr: 'notre soutien chez eux' },
  INCUMBENT: { en: 'what they had before', fr: 'leur solution en place' },
  COMPETITOR_OFFER: { en: 'a competitor’s offer', fr: 'l’offre d’un concurrent' },
  PROCESS_LEGAL_SECURITY: { en: 'purchasing, legal or security', fr: 'les achats, le juridique ou la sécurité' },
  SLOW_RESPONSE: { en: 'speed of our answers', fr: 'la rapidité de nos réponses' },
  NO_DECISION_PRIORITY: { en: 'other priorities', fr: 'd’autres priorités' },
}

/** Offered first when nobody decided. */
export function isNoDecision(code: string): boolean {
  return code.toUpperCase().replaceAll(' ', '_').startsWith('NO_DECISION')
}
