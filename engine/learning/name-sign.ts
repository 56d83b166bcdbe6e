type NameSign = { readonly pattern: RegExp; readonly unless?: RegExp; readonly because: string }

/** Names CRMs give to what is written or rewritten while a lead is worked, in English and French, without accents. */
const signs: readonly NameSign[] = [
  {
    pattern: /\b(duration|duree|talk time|temps de parole|(call|conversation) (time|length|seconds|minutes))\b/,
    unless: /\b(visit|session|page|site|website|video|webinar|contract|contrat|trial|essai|subscription|abonnement)\b/,
    because: 'the length of a call is known only when the call is over',
  },
  {
    pattern:
      /\b(last|latest|dernier|derniere)\b.*\b(activity|contact|contacted|call|called|touch|modified|modification|update|updated|action|interaction|engagement|activite|appel|mail|email|meeting|status|reply)\b/,
    because: 'it is rewritten for as long as the lead is worked',
  },
  { pattern: /\b(tag|tags|label|labels|etiquette|etiquettes)\b/, because: 'it is written by those who work the lead' },
  {
    pattern:
      /\b(lead|opportunity|deal|prospect|opportunite|affaire)\b.*\b(quality|status|stage|rating|grade|score|profile|temperature|qualite|statut|etape|note|profil)\b/,
    because: 'it is a judgement of the lead, made or remade by those who work it',
  },
  { pattern: /^(status|stage|statut|etape)$/, because: 'it says how far the lead has come' },
  {
    pattern: /\b(activity|engagement|profile|activite|profil)\b.*\b(index|score|indice)\b/,
    because: 'it is a score that is remade while the lead is worked',
  },
  {
    pattern:
      /\b(outcome|result|disposition|verdict|resultat|closed?|won|lost|gagne|perdu|(lost|close|loss|rejection|disqualification) reason|motif)\b/,
    unless: /\b(previous|prior|past|precedent|anterieur|how|why)\b/,
    because: 'it says how the lead ended',
  },
  {
    pattern:
      /\b(number of (calls|attempts|contacts)|calls? (made|count)|attempts?|times contacted|nombre d appels|tentatives?)\b/,
    unless: /\b(previous|prior|past|precedent|anterieur)\b/,
    because: 'sales makes it grow while the lead is worked',
  },
  {
    pattern:
      /\b(deal|opportunity|contract|invoice|opportunite|contrat|facture)\b.*\b(amount|value|date|id|number|montant|valeur)\b/,
    because: 'it exists only when a deal does',
  },
]

/** Why the name of a field makes one think that it is written after first contact; null when it does not. */
export function nameSign(name: string): string | null {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  return signs.find(({ pattern, unless }) => pattern.test(words) && unless?.test(words) !== true)?.because ?? null
}
