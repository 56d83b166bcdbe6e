import type { TFunction } from 'i18next'
import { formatLocale } from '../i18n/format-locale.ts'
import { sayClock } from '../ui/say-clock.ts'
import { sayMoment } from '../ui/say-moment.ts'
import { type Data, flagOf, numberOf, recordsOf, textOf, textsOf } from './read-data.ts'
import type { SayContext } from './say-fact.ts'
import { sayReason } from './say-reason.ts'
import { saySpan } from './say-span.ts'
import { sayOutcome, sayStage } from './say-stage.ts'

function sayPoints(data: Data, language: string): string {
  const points = recordsOf(data, 'lines').reduce((sum, line) => sum + (numberOf(line, 'points') ?? 0), 0)
  return new Intl.NumberFormat(formatLocale(language), { signDisplay: 'exceptZero', maximumFractionDigits: 1 }).format(
    points,
  )
}

function sayTeam(data: Data, key: string, t: TFunction): string {
  return textOf(data, key) === 'marketing' ? t('common.side.marketing') : t('common.side.sales')
}

function sayOpened(data: Data, attempt: number, t: TFunction): string {
  const from = textOf(data, 'from')
  if (from === 'return') return t('story.decision.openedReturn', { n: attempt })
  return from === 'recycling' ? t('story.decision.openedRecycling', { n: attempt }) : t('story.decision.openedFirst')
}

/** Ways a clock ends that say nothing of the promise: nobody kept it, nobody broke it just then. */
const ENDED_BY_OTHERS = ['handed over', 'sent back', 'the person came back', 'the agreement changed', 'the owner left']

function sayStopped(data: Data, clock: string, t: TFunction): string {
  const tookMs = numberOf(data, 'workedMs') ?? numberOf(data, 'tookMs')
  if (tookMs === null || ENDED_BY_OTHERS.includes(textOf(data, 'by') ?? ''))
    return t('story.decision.clockStopped', { clock })
  const took = saySpan(tookMs, t)
  return flagOf(data, 'isKept') === false
    ? t('story.decision.clockLate', { clock, took })
    : t('story.decision.clockKept', { clock, took })
}

function sayClosed(data: Data, t: TFunction): string {
  const reason = textOf(data, 'reason')
  const outcome = sayOutcome(textOf(data, 'outcome') ?? '', t)
  return t('story.decision.closed', { outcome: reason === null ? outcome : `${outcome}, ${sayReason(reason, t)}` })
}

function words(decision: { what: string; attempt: number; data: Data }, context: SayContext, now: number): string {
  const { data, attempt } = decision
  const { t, language, nameOf } = context
  const when = () => sayMoment(numberOf(data, 'dueAt') ?? 0, now, language, t)
  const name = (key: string) => nameOf(textOf(data, key) ?? '')
  const clock = sayClock(textOf(data, 'clock') ?? '', t)
  switch (decision.what) {
    case 'scored':
      return textOf(data, 'axis') === 'fit'
        ? t('story.decision.scoredFit', { total: Math.round(numberOf(data, 'total') ?? 0) })
        : t('story.decision.scoredInterest', { points: sayPoints(data, language) })
    case 'graded': {
      const from = textOf(data, 'from')
      const to = textOf(data, 'to') ?? ''
      return from === null ? t('story.decision.gradedFirst', { to }) : t('story.decision.graded', { from, to })
    }
    case 'opened':
      return sayOpened(data, attempt, t)
    case 'qualified':
      return t('story.decision.qualified')
    case 'advanced': {
      const stage = sayStage(textOf(data, 'stage') ?? '', t)
      return flagOf(data, 'isInferred') === true
        ? t('story.decision.advancedInferred', { stage })
        : t('story.decision.advanced', { stage })
    }
    case 'routing.asked':
      return t('story.decision.asked')
    case 'routed':
      return t('story.decision.routed', { name: name('to') })
    case 'unroutable':
      return numberOf(data, 'waitUntil') === null
        ? t('story.decision.unroutable', { pool: textOf(data, 'pool') ?? '' })
        : t('story.decision.waiting', { pool: textOf(data, 'pool') ?? '' })
    case 'overflowed':
      return t('story.decision.overflowed', {
        pool: textOf(data, 'insteadOf') ?? '',
        fallback: textOf(data, 'pool') ?? '',
      })
    case 'turn.returned':
      return t('story.decision.turnReturned', { name: name('to') })
    case 'reassigned':
      return t('story.decision.reassigned', { from: name('from'), to: name('to') })
    case 'clock.started':
      return t('story.decision.clockStarted', { clock, when: when() })
    case 'clock.changed':
      return t('story.decision.clockChanged', { clock, when: when() })
    case 'help.asked':
      return t('story.decision.helpAsked', { whom: textsOf(data, 'whom').map(nameOf).join(', ') })
    case 'help.answered':
      return t('story.decision.helpAnswered', { name: name('by') })
    case 'clock.stopped':
      return sayStopped(data, clock, t)
    case 'clock.warned':
      return t('story.decision.clockWarned', { clock })
    case 'clock.breached':
      return t('story.decision.clockBreached', { clock })
    case 'escalated':
      return t('story.decision.escalated', { whom: textsOf(data, 'whom').map(nameOf).join(', ') })
    case 'returned':
      if (textOf(data, 'to') === 'pool') return t('story.decision.returnedToPool')
      return t('story.decision.returned', { team: sayTeam(data, 'to', t) })
    case 'closed':
      return sayClosed(data, t)
    case 'recycling.planned':
      return t('story.decision.recycling', { when: when() })
    case 'ignored':
      return t('story.decision.ignored')
    default:
      return decision.what
  }
}

/** A decision as a few words. A kind this version does not know keeps its name. */
export function sayDecision(
  decision: { what: string; attempt: number; data: Data },
  context: SayContext,
  now: number,
): string {
  const said = words(decision, context, now)
  return said.charAt(0).toLocaleUpperCase(context.language) + said.slice(1)
}

/** How a decision sounds: whether it is good news, a warning, or a broken promise. */
export function toneOf(decision: { what: string; data: Data }): 'plain' | 'good' | 'warning' | 'breach' {
  switch (decision.what) {
    case 'qualified':
      return 'good'
    case 'clock.stopped':
      return flagOf(decision.data, 'isKept') === false ? 'breach' : 'plain'
    case 'clock.warned':
      return 'warning'
    case 'clock.breached':
    case 'overflowed':
      return 'warning'
    case 'unroutable':
      return numberOf(decision.data, 'waitUntil') === null ? 'breach' : 'plain'
    case 'escalated':
      return 'breach'
    default:
      return 'plain'
  }
}
