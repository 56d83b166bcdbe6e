import type { TFunction } from 'i18next'
import type { Lead } from '../api/types.ts'

type ExplainNode = Lead['qualification'][number]['explain']
type Comparison = 'in' | 'not' | 'atLeast' | 'atMost' | 'over' | 'under' | 'starts'

const FIELDS: Record<string, keyof typeof import('../i18n/story/en.ts').en.field> = {
  grade: 'grade',
  fit: 'fit',
  engagement: 'engagement',
  'lead.channel': 'channel',
  'lead.origin': 'origin',
  'lead.campaign': 'campaign',
  'account.employees': 'employees',
  'account.industry': 'industry',
  'account.segment': 'segment',
  'account.domain': 'domain',
  'account.country': 'country',
  'person.country': 'country',
  'person.role': 'role',
  'person.title': 'title',
  'person.asked_for_a_call': 'askedForACall',
  'person.has_phone': 'hasPhone',
  'person.email': 'email',
  'person.email_is_free_mail': 'freeMail',
  'page.path': 'path',
  'form.name': 'form',
}

const OPERATORS: Record<string, Comparison> = {
  in: 'in',
  '==': 'in',
  '!=': 'not',
  '>=': 'atLeast',
  '<=': 'atMost',
  '>': 'over',
  '<': 'under',
}

function sayField(name: string, t: TFunction): string {
  const known = FIELDS[name.trim()]
  return known === undefined ? name.trim() : t(`story.field.${known}`)
}

/** The values written in a condition: `["A1", "A2", "B1"]` is said "A1, A2 or B1". */
function sayWritten(text: string, t: TFunction): string {
  const values = text
    .trim()
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map((one) => one.trim().replace(/^["']|["']$/g, ''))
    .filter((one) => one !== '')
  const last = values.pop() ?? ''
  return values.length === 0 ? last : `${values.join(t('story.need.comma'))}${t('story.need.or')}${last}`
}

function actualOf(node: ExplainNode, field: string): string | null {
  const found = node.parts.find((part) => part.text.trim() === field.trim())
  if (found === undefined || found.value === null) return null
  return String(found.value)
}

function sayComparison(kind: Comparison, node: ExplainNode, field: string, written: string, t: TFunction): string {
  const is = actualOf(node, field)
  const words = { field: sayField(field, t), values: sayWritten(written, t) }
  return is === null ? t(`story.need.${kind}Unknown`, words) : t(`story.need.${kind}`, { ...words, is })
}

function isJunction(node: ExplainNode, sign: '&&' | '||'): boolean {
  return (
    node.parts.length > 1 &&
    node.text.includes(sign) &&
    node.parts.every((part) => part.text.length < node.text.length && typeof part.holds === 'boolean')
  )
}

/** What a condition that did not hold would have needed, in words: "needs grade A1, A2 or B1; is C2". */
export function sayNeed(node: ExplainNode, t: TFunction): string {
  if (isJunction(node, '&&')) {
    return node.parts
      .filter((part) => part.holds !== true)
      .map((part) => sayNeed(part, t))
      .join(t('story.need.and'))
  }
  if (isJunction(node, '||')) return node.parts.map((part) => sayNeed(part, t)).join(t('story.need.either'))
  const starts = /^(.+)\.startsWith\((.+)\)$/.exec(node.text)
  if (starts?.[1] !== undefined && starts[2] !== undefined)
    return sayComparison('starts', node, starts[1], starts[2], t)
  const compared = /^([\w.]+)\s*(==|!=|>=|<=|>|<|\bin\b)\s*(.+)$/.exec(node.text)
  const kind = OPERATORS[compared?.[2] ?? '']
  if (kind !== undefined && compared?.[1] !== undefined && compared[3] !== undefined) {
    return sayComparison(kind, node, compared[1], compared[3], t)
  }
  const negated = /^!\s*([\w.]+)$/.exec(node.text)
  if (negated?.[1] !== undefined) return t('story.need.notFlag', { field: sayField(negated[1], t) })
  if (/^[\w.]+$/.test(node.text)) return t('story.need.flag', { field: sayField(node.text, t) })
  return t('story.need.raw', { text: node.text })
}

/** What made a condition hold, in words: "grade: A1". Null when it is best said by the clause itself. */
export function sayHeld(node: ExplainNode, t: TFunction): string | null {
  const fields = node.parts.length === 0 ? [node] : node.parts
  const said = fields.flatMap((part) => {
    if (part.parts.length > 0) return sayHeld(part, t) ?? []
    const known = FIELDS[part.text.trim()]
    if (known === undefined || part.value === null) return []
    const is = typeof part.value === 'boolean' ? t(part.value ? 'story.yes' : 'story.no') : String(part.value)
    return t('story.need.heldIs', { field: t(`story.field.${known}`), is })
  })
  return said.length === 0 ? null : said.join(t('story.need.comma'))
}
