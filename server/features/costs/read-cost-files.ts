import type { OpenedTable } from '../imports/tables/open-table.ts'
import type { DateFormat } from '../imports/values/read-date.ts'
import { type DecimalMark, readDecimal } from '../imports/values/read-number.ts'
import { type CostColumn, type CostHeader, type CostSource, readCostHeader, readNamesHeader } from './cost-columns.ts'
import { isKnownCurrency } from './currencies.ts'
import { readCostDay } from './read-cost-day.ts'

export type CostFile = OpenedTable & { name: string; skippedRows: number }

export type CostOptions = {
  /** Of rows that name none. */
  currency: string | null
  dateFormat: DateFormat | null
  channel: string | null
}

export type CostIssue = { file: string; row: number; field: string | null; code: string; what: string; mend: string }

/** One day of one campaign (or channel) in one currency, summed over the rows of the files. */
export type CostEntry = {
  key: string
  source: CostSource
  campaignName: string | null
  campaignId: string | null
  channel: string | null
  day: string
  kind: 'spend' | 'credit'
  currency: string
  /** Millionths of the currency's unit. */
  micros: number
  impressions: number | null
  clicks: number | null
}

export type CostsRead = {
  source: CostSource | null
  rows: number
  entries: CostEntry[]
  issues: CostIssue[]
  /** Rows refused. */
  dropped: number
}

const MOST_ISSUES = 500
const CREDIT = /^(credits?|refunds?|avoirs?|credit note|note de credit|remboursements?|gutschrift)$/i
const SPEND = /^(|spend|cost|costs|charge|depenses?|couts?|facture|invoice|debit)$/i

type Names = { names: Map<string, string>; parents: Map<string, string> }

/** Reads the costs of all files. Files that only tell names of ids serve the others. Nothing is written. */
export async function readCostFiles(
  files: readonly CostFile[],
  options: CostOptions,
  todayMs: number,
): Promise<CostsRead> {
  const read: CostsRead = { source: null, rows: 0, entries: [], issues: [], dropped: 0 }
  const dictionary = await readNames(files)
  const entries = new Map<string, CostEntry>()
  for (const file of files) {
    const header = readCostHeader(file.table.columns)
    if (header === null) continue
    read.source ??= header.source
    await readFile(file, header, { options, dictionary, todayMs, entries, read })
  }
  read.entries = [...entries.values()]
  return read
}

async function readNames(files: readonly CostFile[]): Promise<Names> {
  const all: Names = { names: new Map(), parents: new Map() }
  for (const { table } of files) {
    const header = readCostHeader(table.columns) === null ? readNamesHeader(table.columns) : null
    if (header === null) continue
    for await (const { cells } of table.rows()) {
      const id = cells[header.id]?.trim() ?? ''
      const name = header.name === null ? '' : (cells[header.name]?.trim() ?? '')
      const parent = header.parent === null ? '' : (cells[header.parent]?.trim() ?? '')
      if (id === '') continue
      if (parent !== '') all.parents.set(id, parent)
      else if (name !== '') all.names.set(id, name)
    }
  }
  return all
}

type Reading = {
  options: CostOptions
  dictionary: Names
  todayMs: number
  entries: Map<string, CostEntry>
  read: CostsRead
}

async function readFile(file: CostFile, header: CostHeader, reading: Reading): Promise<void> {
  const { read } = reading
  const habits = await habitsOf(file, header)
  let hasCampaigns = false
  for await (const { row, cells, findings } of file.table.rows()) {
    const get = (column: CostColumn) => cells[header.at.get(column) ?? -1]?.trim() ?? ''
    // The sums that exports put below or above their rows.
    const isTotal = /^(total|sum|gesamt)\b/i.test(cells[0]?.trim() ?? '') || /^(total\b|--)/i.test(get('day'))
    if (isTotal || get('day') + get('cost') + get('micros') === '') continue
    read.rows++
    const place = { file: file.name, row: row + file.skippedRows }
    const lost = findings.find((finding) => finding.severity === 'dropped')
    const refuse = (field: string | null, code: string, what: string, mend: string) => {
      read.dropped++
      if (read.issues.length < MOST_ISSUES) read.issues.push({ ...place, field, code, what, mend })
    }
    if (lost !== undefined) {
      refuse(lost.field, lost.code, lost.message, 'Mend the row in the file and import it again.')
      continue
    }
    const day = readCostDay(get('day'), reading.options.dateFormat ?? habits.dateFormat, reading.todayMs)
    if (!day.ok) {
      refuse('day', day.code, day.what, day.mend)
      continue
    }
    const entry = entryOf(get, header, habits.decimal, day.day, reading)
    if ('code' in entry) {
      refuse(entry.field, entry.code, entry.what, entry.mend)
      continue
    }
    if (entry.campaignName !== null) hasCampaigns = true
    if (entry.micros === 0 && !entry.impressions && !entry.clicks) continue
    add(reading.entries, entry)
  }
  if (!hasCampaigns && header.source !== 'csv' && read.issues.length < MOST_ISSUES)
    read.issues.push({
      file: file.name,
      row: 1,
      field: 'campaign',
      code: 'no-campaigns',
      what: 'The file tells no campaigns: its costs count for the channel only.',
      mend: 'Export by campaign to see what each cost. Do not import both: the money would count twice.',
    })
}

function add(entries: Map<string, CostEntry>, entry: CostEntry): void {
  const known = entries.get(entry.key)
  if (known === undefined) {
    entries.set(entry.key, entry)
    return
  }
  known.micros += entry.micros
  if (entry.impressions !== null) known.impressions = (known.impressions ?? 0) + entry.impressions
  if (entry.clicks !== null) known.clicks = (known.clicks ?? 0) + entry.clicks
}

type Flaw = { field: string; code: string; what: string; mend: string }

function entryOf(
  get: (column: CostColumn) => string,
  header: CostHeader,
  decimal: DecimalMark,
  day: string,
  { options, dictionary }: Reading,
): CostEntry | Flaw {
  const micros = microsOf(get, decimal)
  if (typeof micros !== 'number') return micros
  const kind = CREDIT.test(plain(get('kind'))) ? 'credit' : 'spend'
  if (header.source === 'csv' && kind === 'spend' && !SPEND.test(plain(get('kind'))))
    return flaw('kind', 'unknown-kind', `"${get('kind')}" is neither spend nor credit`, 'Write spend or credit.')
  if (micros < 0)
    return flaw(
      'cost',
      'negative-cost',
      `The cost is negative: ${get('cost')}${get('micros')}`,
      'Write what was given back as a positive amount in a row of kind credit.',
    )
  const currency = (get('currency') || header.currency || options.currency || '').toUpperCase()
  if (!isKnownCurrency(currency))
    return currency === ''
      ? flaw('currency', 'no-currency', 'The row names no currency', 'Choose the currency of rows that name none.')
      : flaw('currency', 'unknown-currency', `"${currency}" is no currency`, 'Write a code of ISO 4217 such as EUR.')
  const ad = get('adId')
  const ofAd = ad === '' ? undefined : dictionary.parents.get(ad)
  const campaignId = get('campaignId') || ofAd || (ad === '' ? '' : `ad ${ad}`)
  const campaignName = get('campaign') || dictionary.names.get(campaignId) || campaignId
  const channel = get('channel') || options.channel || ''
  if (campaignName === '' && channel === '' && header.source === 'csv')
    return flaw(
      'campaign',
      'no-campaign',
      'The row names neither a campaign nor a channel',
      'Add a column "campaign" or "channel", or choose the channel of rows that name none.',
    )
  const whose = [get('account'), campaignId || plain(campaignName), channel.toLowerCase(), get('reference')]
  return {
    key: JSON.stringify([...whose, day, currency, kind]),
    source: header.source,
    campaignName: campaignName === '' ? null : campaignName.slice(0, 200),
    campaignId: campaignId === '' ? null : campaignId,
    channel: channel === '' ? null : channel.toLowerCase().slice(0, 200),
    day,
    kind,
    currency,
    micros,
    impressions: countOf(get('impressions'), decimal),
    clicks: countOf(get('clicks'), decimal),
  }
}

function flaw(field: string, code: string, what: string, mend: string): Flaw {
  return { field, code, what: `${what}.`, mend }
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
}

function microsOf(get: (column: CostColumn) => string, decimal: DecimalMark): number | Flaw {
  const written = get('micros')
  if (written !== '') {
    if (/^-?\d{1,16}(\.0*)?$/.test(written)) return Number(written)
    return flaw('cost', 'not-a-number', `"${written}" is not a cost in millionths`, 'Write a whole number.')
  }
  const text = get('cost')
  if (text === '' || text === '--' || text === '-') return 0
  const reading = readDecimal(text, decimal)
  if (!reading.ok)
    return flaw('cost', 'not-a-number', `"${text.slice(0, 60)}" is not an amount`, 'Write such as 12.50.')
  const [whole = '0', fraction = ''] = reading.value.replace('-', '').split('.')
  const micros = Number(`${whole}${fraction.padEnd(6, '0').slice(0, 6)}`)
  if (!Number.isSafeInteger(micros))
    return flaw('cost', 'too-large', `"${text.slice(0, 60)}" is too large`, 'Check the amount.')
  return reading.value.startsWith('-') ? -micros : micros
}

function countOf(text: string, decimal: DecimalMark): number | null {
  if (text === '' || text === '--') return null
  const reading = readDecimal(text, decimal)
  if (!reading.ok || reading.value.startsWith('-')) return null
  const whole = Math.round(Number(reading.value))
  return Number.isSafeInteger(whole) ? whole : null
}

type Habits = { dateFormat: DateFormat; decimal: DecimalMark }

/** How the file writes days and decimals, from its first thousand rows. */
async function habitsOf({ table }: CostFile, header: CostHeader): Promise<Habits> {
  let first = 0
  let second = 0
  let commas = 0
  let points = 0
  let read = 0
  for await (const { cells } of table.rows()) {
    const parts = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}/.exec(cells[header.at.get('day') ?? -1]?.trim() ?? '')
    if (parts !== null) {
      first = Math.max(first, Number(parts[1]))
      second = Math.max(second, Number(parts[2]))
    }
    const cost = cells[header.at.get('cost') ?? -1]?.trim() ?? ''
    if (/,\d{1,2}(\D|$)/.test(cost)) commas++
    if (/\.\d{1,2}(\D|$)/.test(cost)) points++
    if (++read === 1_000) break
  }
  const dateFormat = first > 12 ? 'day-first' : second > 12 || header.source === 'linkedin ads' ? 'month-first' : 'iso'
  return { dateFormat, decimal: commas > points ? ',' : '.' }
}
