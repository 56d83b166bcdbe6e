import type { TFunction } from 'i18next'
import type { Answered } from '../api/types.ts'
import { sayClock } from '../ui/say-clock.ts'

export type Notice = Answered<'listNotices'>['notices'][number]

const KINDS = [
  'warned',
  'breached',
  'escalated',
  'reassigned',
  'routed',
  'unroutable',
  'overflowed',
  'asked',
  'answered',
  'feedback',
  'feedback answered',
  'signature_asked',
  'agreement_signed',
  'agreement_in_force',
  'clause_commented',
  'backtest_done',
  'import_done',
  'mail_refused',
  'webhook_stopped',
  'mailbox_gap',
  'mailbox_unreachable',
] as const

const word = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What happened, in words. */
export function sayNotice({ kind, data }: Notice, t: TFunction): string {
  const known = KINDS.find((each) => each === kind)
  if (known === undefined) return kind
  const clock = word(data.clock) === '' ? '' : sayClock(word(data.clock), t)
  return t(`frame.notices.${known}`, { clock, by: word(data.by) })
}

/** What it is about: a person, a version, an address. Empty when the kind says it all. */
export function sayNoticeAbout({ personId, name, data }: Notice, t: TFunction): string {
  if (personId !== null) return name === null || name === '' ? t('common.unknown') : name
  if (typeof data.version === 'number') {
    const clause = word(data.clause)
    return clause === ''
      ? t('frame.notices.version', { version: data.version })
      : t('frame.notices.clauseOf', { clause, version: data.version })
  }
  return word(data.title) || word(data.address) || word(data.url)
}

/** More words, when the notice brings some: a comment, a reason, what a server said. */
export function sayNoticeMore({ data }: Notice): string {
  return word(data.why) === '' || typeof data.note === 'string' ? word(data.note) : word(data.why)
}
