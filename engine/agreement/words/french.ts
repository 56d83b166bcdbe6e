import { FRENCH_FIELDS } from './french-fields.ts'
import type { Grammar, Said } from './grammar.ts'
import { joinWords } from './join-words.ts'

const ORDER = { '>=': 'au moins', '>': 'plus de', '<=': 'au plus', '<': 'moins de' } as const
const MATCH = {
  startsWith: ['commence par', 'commencer par'],
  endsWith: ['se termine par', 'se terminer par'],
  contains: ['contient', 'contenir'],
} as const

const quote = (text: string): string => `« ${text} »`

function said(noun: string, is: string, be: string): Said {
  return { says: `${noun} ${is}`, must: `${noun} devrait ${be}` }
}

function join(parts: readonly Said[], joint: string, before: string): Said {
  const each = (mood: keyof Said): string =>
    `${before}${joinWords(
      parts.map((part) => part[mood]),
      joint,
    )}`
  return { says: each('says'), must: each('must') }
}

/** Conditions in French. */
export const FRENCH: Grammar = {
  language: 'fr',
  fields: FRENCH_FIELDS,
  trait: (name) => ({ noun: quote(name) }),
  gradeFor: (score) => ({ noun: `sa note pour ${quote(score)}`, isFeminine: true }),
  other: (path) => ({ noun: `\`${path}\`` }),
  quote,
  list: (items, joint) => joinWords(items, joint === 'and' ? 'et' : 'ou'),
  is: ({ noun }, value, isTrue) =>
    isTrue ? said(noun, `est ${value}`, `être ${value}`) : said(noun, `n’est pas ${value}`, `être autre que ${value}`),
  isAmong({ noun }, values, isTrue) {
    if (isTrue) return said(noun, `est ${joinWords(values, 'ou')}`, `être ${joinWords(values, 'ou')}`)
    const none = values.map((value) => `ni ${value}`).join(', ')
    return { says: `${noun} n’est ${none}`, must: `${noun} ne devrait être ${none}` }
  },
  isKnown({ noun, isFeminine }, isTrue) {
    const e = isFeminine ? 'e' : ''
    return isTrue
      ? said(noun, `est connu${e}`, `être connu${e}`)
      : said(noun, `n’est pas connu${e}`, `être inconnu${e}`)
  },
  compares({ noun, count }, operator, amount) {
    const words = `${ORDER[operator]} ${amount}`
    if (count !== undefined)
      return { says: `${count.has} ${words} ${count.of}`, must: `${count.must} ${words} ${count.of}` }
    const of = operator === '>=' || operator === '<=' ? 'd’' : 'de '
    return said(noun, `est ${of}${words}`, `être ${of}${words}`)
  },
  counts({ noun, count }, amount, isTrue) {
    if (count === undefined)
      return isTrue
        ? said(noun, `est de ${amount}`, `être de ${amount}`)
        : said(noun, `n’est pas de ${amount}`, `être autre que ${amount}`)
    const [says, must] = isTrue ? [count.has, count.must] : [count.hasNot, count.mustNot]
    return { says: `${says} ${amount} ${count.of}`, must: `${must} ${amount} ${count.of}` }
  },
  matches({ noun }, how, text, isTrue) {
    const [is, be] = MATCH[how]
    if (isTrue) return said(noun, `${is} ${quote(text)}`, `${be} ${quote(text)}`)
    const not =
      how === 'endsWith' ? `ne se termine pas par ${quote(text)}` : `ne ${is.replace(/^\w+/, '$& pas')} ${quote(text)}`
    return said(noun, not, `ne pas ${be} ${quote(text)}`)
  },
  code: (source, isTrue) =>
    isTrue
      ? { says: `la condition \`${source}\` est remplie`, must: `la condition \`${source}\` devrait être remplie` }
      : {
          says: `la condition \`${source}\` n’est pas remplie`,
          must: `la condition \`${source}\` ne devrait pas être remplie`,
        },
  now(field, value) {
    if (value === null) return 'valeur inconnue'
    if (field === undefined || field.count !== undefined) return `actuellement ${value}`
    return `${field.isFeminine ? 'elle' : 'il'} est ${value}`
  },
  all: (parts, isInside) => join(parts, 'et', isInside ? 'à la fois ' : ''),
  any(parts, isInside) {
    if (!isInside) return join(parts, 'ou', '')
    const each = (mood: keyof Said): string => parts.map((part) => `soit ${part[mood]}`).join(', ')
    return { says: each('says'), must: each('must') }
  },
}
