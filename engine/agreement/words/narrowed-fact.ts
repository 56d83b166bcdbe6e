import type { Expression, Node } from '../../cel/ast.ts'
import type { FactKind } from '../../facts/kinds.ts'
import { pathOf, verbaliseCondition } from '../verbalise-condition.ts'
import { factInWords } from './facts-in-words.ts'
import type { Grammar, Language } from './grammar.ts'

type Names = Partial<Record<FactKind, { field: string; says: (names: string) => string }>>

const NAMED: Readonly<Record<Language, Names>> = {
  en: {
    'form.submitted': { field: 'form.name', says: (name) => `sends the form ${name}` },
    'event.attended': { field: 'event.name', says: (name) => `comes to the event ${name}` },
    'event.tracked': { field: 'event.name', says: (name) => `does ${name} on the site` },
    'email.opened': { field: 'email.name', says: (name) => `opens the e-mail ${name}` },
    'email.clicked': { field: 'email.name', says: (name) => `follows a link in the e-mail ${name}` },
    'email.replied': { field: 'email.name', says: (name) => `answers the e-mail ${name}` },
    'letter.answered': { field: 'letter.name', says: (name) => `answers the letter ${name}` },
    'referral.made': { field: 'referral.by', says: (name) => `is recommended to us by ${name}` },
  },
  fr: {
    'form.submitted': { field: 'form.name', says: (name) => `envoie le formulaire ${name}` },
    'event.attended': { field: 'event.name', says: (name) => `participe à l’événement ${name}` },
    'event.tracked': { field: 'event.name', says: (name) => `fait ${name} sur le site` },
    'email.opened': { field: 'email.name', says: (name) => `ouvre l’e-mail ${name}` },
    'email.clicked': { field: 'email.name', says: (name) => `suit un lien dans l’e-mail ${name}` },
    'email.replied': { field: 'email.name', says: (name) => `répond à l’e-mail ${name}` },
    'letter.answered': { field: 'letter.name', says: (name) => `répond au courrier ${name}` },
    'referral.made': { field: 'referral.by', says: (name) => `nous est recommandé par ${name}` },
  },
}

/** The texts a part compares a field with: `form.name == "x"`, `form.name in ["x", "y"]`. */
function textsOf(part: Node, field: string): string[] {
  if (part.kind === 'equality' && part.operator === '==' && pathOf(part.left) === field)
    return part.right.kind === 'literal' && part.right.type === 'string' ? [part.right.value] : []
  if (part.kind !== 'in' || pathOf(part.item) !== field || part.list.kind !== 'list') return []
  const texts = part.list.items.flatMap((item) =>
    item.kind === 'literal' && item.type === 'string' ? [item.value] : [],
  )
  return texts.length === part.list.items.length ? texts : []
}

function pageOf(part: Node, language: Language): string | null {
  const [exact] = textsOf(part, 'page.path')
  if (exact !== undefined && part.kind === 'equality')
    return language === 'fr' ? `lit la page ${exact}` : `reads the page ${exact}`
  if (part.kind !== 'call' || part.fn !== 'startsWith') return null
  const [subject, start] = part.args
  if (subject === undefined || pathOf(subject) !== 'page.path' || start?.kind !== 'literal' || start.type !== 'string')
    return null
  return language === 'fr' ? `lit une page sous ${start.value}` : `reads a page under ${start.value}`
}

function narrow(kind: FactKind, part: Node, grammar: Grammar): string | null {
  const { language } = grammar
  if (kind === 'page.viewed') return pageOf(part, language)
  const named = NAMED[language][kind]
  if (named === undefined) return null
  const texts = textsOf(part, named.field)
  return texts.length === 0 ? null : named.says(grammar.list(texts.map(grammar.quote), 'or'))
}

/**
 * A fact and its condition in words: "sends the form “price list”", "reads a page under /pricing", and apart whatever
 * else the condition asks.
 */
export function narrowedFact(
  kind: FactKind,
  when: Expression | null,
  grammar: Grammar,
): { does: string; provided: string | null } {
  const does = factInWords(kind, grammar.language)
  if (when === null) return { does, provided: null }
  const parts = when.root.kind === 'and' ? when.root.parts : [when.root]
  for (const [index, part] of parts.entries()) {
    const narrowed = narrow(kind, part, grammar)
    if (narrowed === null) continue
    const [first, ...others] = parts.filter((_, other) => other !== index)
    if (first === undefined) return { does: narrowed, provided: null }
    const root: Node =
      others.length === 0 ? first : { kind: 'and', parts: [first, ...others], from: when.root.from, to: when.root.to }
    return { does: narrowed, provided: verbaliseCondition({ source: when.source, root }, grammar).says }
  }
  return { does, provided: verbaliseCondition(when, grammar).says }
}
