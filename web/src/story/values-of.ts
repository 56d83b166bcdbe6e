import type { TFunction } from 'i18next'
import { formatLocale } from '../i18n/format-locale.ts'
import { sayClock } from '../ui/say-clock.ts'
import { sayExactly } from '../ui/say-moment.ts'
import { type Data, numberOf, recordsOf, textOf } from './read-data.ts'
import type { SayContext } from './say-fact.ts'
import { sayReason } from './say-reason.ts'
import { saySpan } from './say-span.ts'
import { sayOutcome, sayStage } from './say-stage.ts'
import { sayRouteWhy } from './say-why-not.ts'

const NAMES = [
  'axis',
  'total',
  'grade',
  'from',
  'to',
  'fit',
  'engagement',
  'interest',
  'ledger',
  'lines',
  'pool',
  'why',
  'clock',
  'team',
  'dueAt',
  'term',
  'by',
  'isKept',
  'tookMs',
  'workedMs',
  'stage',
  'isInferred',
  'evidence',
  'whom',
  'owner',
  'reason',
  'outcome',
  'exclude',
  'product',
  'score',
  'source',
] as const

/** What `RoutingWhy` tells in sentences. */
const TOLD_APART = new Set([
  'alsoHeld',
  'passedOver',
  'considered',
  'outranked',
  'rule',
  'insteadOf',
  'isCredit',
  'waitUntil',
])

function sayName(key: string, t: TFunction): string {
  const known = NAMES.find((one) => one === key)
  return known === undefined ? key : t(`story.value.${known}`)
}

function sayLines(data: Data): string {
  return recordsOf(data, 'lines')
    .map((line) => `§${textOf(line, 'clause') ?? ''} ${numberOf(line, 'points') ?? ''}`)
    .join(' · ')
}

function sayValue(key: string, data: Data, { t, language, nameOf }: SayContext): string | null {
  const value = data[key]
  if (key === 'lines') return sayLines(data)
  if (typeof value === 'number') {
    if (key.endsWith('Ms')) return saySpan(value, t)
    if (key.endsWith('At')) return sayExactly(value, language)
    return new Intl.NumberFormat(formatLocale(language), { maximumFractionDigits: 1 }).format(value)
  }
  if (typeof value === 'boolean') return value ? t('story.yes') : t('story.no')
  if (Array.isArray(value))
    return (
      value
        .filter((one) => typeof one === 'string')
        .map(nameOf)
        .join(', ') || null
    )
  if (typeof value !== 'string') return null
  switch (key) {
    case 'clock':
      return sayClock(value, t)
    case 'stage':
      return sayStage(value, t)
    case 'outcome':
      return sayOutcome(value, t)
    case 'reason':
      return sayReason(value, t)
    case 'why':
      return sayRouteWhy(value, t)
    case 'team':
      return value === 'marketing' ? t('common.side.marketing') : t('common.side.sales')
    case 'axis':
      return value === 'fit' ? t('story.value.fit') : t('story.value.interest')
    default:
      return nameOf(value)
  }
}

/** The values a decision was concluded from, as name and text. Those who were passed over are told apart. */
export function valuesOf(data: Data, context: SayContext): { name: string; text: string }[] {
  return Object.keys(data)
    .filter((key) => !TOLD_APART.has(key))
    .flatMap((key) => {
      const text = sayValue(key, data, context)
      return text === null ? [] : [{ name: sayName(key, context.t), text }]
    })
}
