import { dropped, repaired, warning } from '../../finding.ts'
import { readBoolean } from '../../values/read-boolean.ts'
import { readCents } from '../../values/read-number.ts'
import type { ProfileInput } from '../profile.ts'
import { type CrmRow, plainText } from './crm-row.ts'
import type { Known, StageAt } from './known.ts'

type Status = 'won' | 'lost' | 'open'
const SYMBOLS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', US$: 'USD', CA$: 'CAD', A$: 'AUD' }

export type Deal = {
  id: string
  closer: string | null
  status: Status
  stage: string
  stages: StageAt[]
  openedMs: number
  closedMs: number
  terms: Record<string, unknown>
}

/** What a row tells of a deal; what is doubtful is told in its findings. */
export function readDeal(
  row: CrmRow,
  id: string,
  entered: readonly { column: string; stage: string }[],
  known: Known,
  input: ProfileInput,
): Omit<Deal, 'id' | 'closer'> {
  const status = statusOf(row, known)
  const pipeline = known.pipelines.get(row.of('pipeline')) ?? row.of('pipeline')
  const label = (stage: string): string => {
    const name = known.stages.get(stage)?.label ?? stage
    const suffix = ` (${pipeline})`
    return plainText(pipeline !== '' && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name, 200)
  }
  const stages = [...(known.dealHistory.get(id) ?? [])]
  for (const { column, stage } of entered) {
    const moment = row.momentIn(column)
    if (moment !== null) stages.push({ stage, atMs: moment.atMs })
  }
  stages.sort((a, b) => a.atMs - b.atMs)
  const created = row.moment('createdAt')
  const close = closeOf(row, status)
  const arrived = input.arrivedAtMs
  if (status !== 'open' && close === null)
    row.findings.push(
      dropped(
        'no-close-date',
        `Without the day it closed a ${status} deal cannot be counted.`,
        row.column('closeDate'),
      ),
    )
  const openedMs = created?.atMs ?? stages[0]?.atMs ?? (status === 'open' ? arrived : (close ?? arrived))
  if (created === null && stages.length === 0)
    row.findings.push(
      warning(
        'no-date',
        status === 'open'
          ? 'Nothing says when it was opened: it counts from this import.'
          : 'Nothing says when it was opened: it counts from the day it closed.',
        row.column('createdAt'),
      ),
    )
  let closedMs = close ?? arrived
  if (status !== 'open' && closedMs > arrived) {
    row.findings.push(
      repaired(
        'date-in-future',
        `A ${status} deal with a close date ahead: it closed by this import.`,
        row.column('closeDate'),
      ),
    )
    closedMs = arrived
  }
  if (status !== 'open' && closedMs < openedMs) {
    // A day without a time says nothing of the hour of the same day.
    if (new Date(closedMs).toISOString().slice(0, 10) !== new Date(openedMs).toISOString().slice(0, 10))
      row.findings.push(
        repaired(
          'closed-before-opened',
          'Closed before it was opened; it closes when it opens.',
          row.column('closeDate'),
        ),
      )
    closedMs = openedMs
  }
  const closeDate = status === 'open' && close !== null ? new Date(close).toISOString().slice(0, 10) : undefined
  return {
    status,
    stage: label(row.of('stage')),
    stages: stages.flatMap(({ stage, atMs }) => {
      const listed = known.stages.get(stage)
      return listed?.isClosed === true || isClosedWord(stage) ? [] : [{ stage: label(stage), atMs }]
    }),
    openedMs,
    closedMs,
    terms: {
      ...(row.of('name') === '' ? {} : { name: plainText(row.of('name'), 200) }),
      ...moneyOf(row, input.mapping.currency),
      ...(pipeline === '' ? {} : { pipeline: plainText(pipeline, 200) }),
      ...(closeDate === undefined ? {} : { closeDate }),
      ...(row.of('nextStep') === '' ? {} : { nextStep: plainText(row.of('nextStep'), 2_000) }),
    },
  }
}

/** Won or lost by the words of the file; else by what the stage is called. */
function statusOf(row: CrmRow, known: Known): Status {
  const status = row.of('status').toLowerCase()
  if (status === 'won' || status === 'lost' || status === 'open') return status
  const isWon = readBoolean(row.of('isWon'))
  if (isWon === true) return 'won'
  const listed = known.stages.get(row.of('stage'))
  if (listed?.isWon === true) return 'won'
  const isClosed = readBoolean(row.of('isClosed'))
  if (readBoolean(row.of('isLost')) === true || (isClosed === true && isWon === false)) return 'lost'
  if (listed?.isClosed === true) return 'lost'
  if (isClosed === false && isWon === false) return 'open'
  const word = row
    .of('stage')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
  if (word.startsWith('closedwon') || word === 'won') return 'won'
  if (word.startsWith('closedlost') || word === 'lost') return 'lost'
  if (isClosed === true) return 'lost'
  return 'open'
}

function isClosedWord(stage: string): boolean {
  return /^(closed ?(won|lost)|won|lost)\b/i.test(stage)
}

function closeOf(row: CrmRow, status: Status): number | null {
  const own = status === 'won' ? row.moment('wonAt') : status === 'lost' ? row.moment('lostAt') : null
  return (own ?? (status === 'open' ? null : row.moment('closedAt')) ?? row.moment('closeDate', true))?.atMs ?? null
}

function moneyOf(row: CrmRow, usual: string | null): { amountCents?: number; currency?: string } {
  const text = row.of('amount')
  if (text === '') return {}
  const written = /^(€|£|US\$|CA\$|A\$|[A-Z]{3})|(€|£|[A-Z]{3})$/.exec(text)
  const mark = written?.[1] ?? written?.[2] ?? ''
  const named = row.of('currency').toUpperCase()
  const currency = (/\b([A-Z]{3})\b/.exec(named)?.[1] ?? SYMBOLS[mark] ?? mark) || null
  const read = readCents(written === null ? text : text.replace(written[0], ''), row.decimal)
  if (!read.ok) {
    row.findings.push(repaired('not-a-number', `${read.reason}; the amount is left out.`, row.column('amount')))
    return {}
  }
  if (read.value < 0) {
    row.findings.push(
      repaired('negative-amount', `The amount ${text} is negative; it is left out.`, row.column('amount')),
    )
    return {}
  }
  if (currency === null && usual !== null)
    row.findings.push(
      repaired('usual-currency', `The amount names no currency: it counts as ${usual}.`, row.column('amount')),
    )
  else if (currency === null)
    row.findings.push(
      warning(
        'no-currency',
        'The amount has no currency: it counts in no sum of money. Export the currency too.',
        row.column('amount'),
      ),
    )
  const counted = currency ?? usual
  return { amountCents: read.value, ...(counted === null ? {} : { currency: counted }) }
}
