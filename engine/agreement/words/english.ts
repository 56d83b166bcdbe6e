import { ENGLISH_FIELDS } from './english-fields.ts'
import type { Grammar, Said } from './grammar.ts'
import { joinWords } from './join-words.ts'

const ORDER = { '>=': 'at least', '>': 'more than', '<=': 'at most', '<': 'less than' } as const
const MATCH = {
  startsWith: ['begins with', 'begin with'],
  endsWith: ['ends with', 'end with'],
  contains: ['contains', 'contain'],
} as const

const quote = (text: string): string => `“${text}”`

function said(noun: string, is: string, be: string): Said {
  return { says: `${noun} ${is}`, must: `${noun} would have to ${be}` }
}

/** Two conditions of which one is enough are told apart from the rest by "either". */
function join(parts: readonly Said[], joint: string, before: string): Said {
  const each = (mood: keyof Said): string =>
    `${before}${joinWords(
      parts.map((part) => part[mood]),
      joint,
    )}`
  return { says: each('says'), must: each('must') }
}

/** Conditions in English. */
export const ENGLISH: Grammar = {
  language: 'en',
  fields: ENGLISH_FIELDS,
  trait: (name) => ({ noun: `“${name}”` }),
  gradeFor: (score) => ({ noun: `their grade for “${score}”` }),
  other: (path) => ({ noun: `\`${path}\`` }),
  quote,
  list: joinWords,
  is: (field, value, isTrue) =>
    isTrue
      ? said(field.noun, `is ${value}`, `be ${value}`)
      : said(field.noun, `is not ${value}`, `be other than ${value}`),
  isAmong(field, values, isTrue) {
    if (isTrue) return said(field.noun, `is ${joinWords(values, 'or')}`, `be ${joinWords(values, 'or')}`)
    const none = values.length === 2 ? `neither ${values.join(' nor ')}` : `none of ${joinWords(values, 'and')}`
    return said(field.noun, `is ${none}`, `be ${none}`)
  },
  isKnown: ({ noun }, isTrue) =>
    isTrue ? said(noun, 'is known', 'be known') : said(noun, 'is not known', 'be unknown'),
  compares(field, operator, amount) {
    const { count } = field
    const words = `${count !== undefined && operator === '<' ? 'fewer than' : ORDER[operator]} ${amount}`
    if (count === undefined) return said(field.noun, `is ${words}`, `be ${words}`)
    return { says: `${count.has} ${words} ${count.of}`, must: `${count.must} ${words} ${count.of}` }
  },
  counts({ noun, count }, amount, isTrue) {
    if (count === undefined)
      return isTrue
        ? said(noun, `is ${amount}`, `be ${amount}`)
        : said(noun, `is not ${amount}`, `be other than ${amount}`)
    const [says, must] = isTrue ? [count.has, count.must] : [count.hasNot, count.mustNot]
    return { says: `${says} ${amount} ${count.of}`, must: `${must} ${amount} ${count.of}` }
  },
  matches({ noun }, how, text, isTrue) {
    const [is, be] = MATCH[how]
    return isTrue
      ? said(noun, `${is} ${quote(text)}`, `${be} ${quote(text)}`)
      : said(noun, `does not ${be} ${quote(text)}`, `not ${be} ${quote(text)}`)
  },
  code: (source, isTrue) =>
    isTrue
      ? { says: `\`${source}\` holds`, must: `\`${source}\` would have to hold` }
      : { says: `\`${source}\` does not hold`, must: `\`${source}\` would have to fail` },
  now: (field, value) =>
    value === null ? 'it is not known' : `it ${field?.count === undefined ? 'is' : 'has'} ${value}`,
  all: (parts, isInside) => join(parts, 'and', isInside ? 'both ' : ''),
  any: (parts, isInside) => join(parts, 'or', isInside ? 'either ' : ''),
}
