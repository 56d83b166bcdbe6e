import { localTimeOf } from '@ensemble/engine/worktime/local-time.ts'
import type { IncomingFact } from '../../../facts/incoming.ts'
import { dropped, type Finding, repaired, warning } from '../../finding.ts'
import { readDate } from '../../values/read-date.ts'
import { type ImportFile, isDropped, type ProfileInput, type RowOutcome } from '../profile.ts'
import { cellReader } from './columns.ts'
import { dealDetails } from './deal-details.ts'
import { type FirstContacts, ZONE } from './lead-outcomes.ts'
import type { Seller, Sellers } from './sellers.ts'

type Known = { firstContacts: FirstContacts; sellers: Sellers; nameOfUser: (id: string) => string }

/** Each row of the deals file is a won deal of one lead, with who passed it on and who closed it. */
export async function* dealOutcomes(file: ImportFile, input: ProfileInput, known: Known): AsyncGenerator<RowOutcome> {
  const cell = cellReader(file.table.columns)
  const dealt = new Set<string>()
  for await (const { row, cells, findings } of file.table.rows()) {
    const outcome: RowOutcome = { file: file.name, row, cells, facts: [], findings: [...findings] }
    const leadId = cell(cells, 'mql_id')
    const sellerId = cell(cells, 'seller_id')
    const firstContactMs = known.firstContacts.get(leadId)
    if (firstContactMs === undefined)
      outcome.findings.push(dropped('deal-without-lead', `No lead has the mql_id ${leadId || '(blank)'}.`, 'mql_id'))
    if (sellerId === '') outcome.findings.push(dropped('no-id', 'The row has no seller_id.', 'seller_id'))
    else if (dealt.has(sellerId))
      outcome.findings.push(
        dropped('duplicate-deal', `The deal with seller ${sellerId} stands already in an earlier row.`, 'seller_id'),
      )
    const won = wonAt(cell(cells, 'won_date'), firstContactMs ?? 0, input.arrivedAtMs)
    outcome.findings.push(...won.findings)
    if (firstContactMs !== undefined && won.atMs !== null && !isDropped(outcome.findings)) {
      dealt.add(sellerId)
      const userOf = async (column: string) => {
        const id = cell(cells, column)
        return id === '' ? null : input.users.byExternalId(`olist:${id}`, known.nameOfUser(id))
      }
      const users = { sdr: await userOf('sdr_id'), closer: await userOf('sr_id') }
      const seller = known.sellers.get(sellerId) ?? {}
      const details = { ...dealDetails((column) => cell(cells, column), seller), ...won.details }
      outcome.facts = dealFacts(
        { leadId, sellerId, atMs: won.atMs, users, seller, segment: cell(cells, 'business_segment'), details },
        input.importId,
      )
    }
    yield outcome
  }
}

type Won = { atMs: number | null; findings: Finding[]; details: Record<string, string> }

/**
 * won_date is written in UTC: its date-only values stand at 02:00 or 03:00, which is midnight in São Paulo with and
 * without daylight saving.
 */
function wonAt(text: string, firstContactMs: number, nowMs: number): Won {
  const reading = readDate(text, { format: 'iso', zone: text.length <= 10 ? ZONE : 'UTC', nowMs })
  if (!reading.ok)
    return {
      atMs: null,
      findings: [dropped(reading.code, `${reading.reason}; a deal without a date cannot be counted.`, 'won_date')],
      details: {},
    }
  const { atMs } = reading.value
  const findings: Finding[] = []
  if (localTimeOf(ZONE, atMs).timeMs === 0)
    findings.push(warning('date-only', `"${text}" is midnight in São Paulo: a date without a time.`, 'won_date'))
  if (atMs >= firstContactMs) return { atMs, findings, details: {} }
  findings.push(
    repaired(
      'won-before-first-contact',
      `The deal was won (${text} UTC) before the lead was first met; it counts from the first contact.`,
      'won_date',
    ),
  )
  return { atMs: firstContactMs, findings, details: { wonDateAsWritten: text } }
}

type Deal = {
  leadId: string
  sellerId: string
  atMs: number
  users: { sdr: string | null; closer: string | null }
  seller: Seller
  segment: string
  details: Record<string, string | number | boolean>
}

function dealFacts(
  { leadId, sellerId, atMs, users, seller, segment, details }: Deal,
  importId: string,
): IncomingFact[] {
  const common = {
    at: atMs,
    source: 'import',
    isHistory: true,
    who: { externalId: `olist:${leadId}` },
    touch: null,
    importId,
  }
  const name = `Seller ${sellerId.slice(0, 8)}`
  const account = {
    name,
    externalId: `olist:${sellerId}`,
    country: 'BR',
    ...(seller.city === undefined ? {} : { city: seller.city }),
    ...(seller.state === undefined ? {} : { region: seller.state }),
    ...(segment === '' ? {} : { segment }),
  }
  const data = {
    deal: `olist:${sellerId}`,
    name,
    proof: 'none',
    ...(users.sdr === null ? {} : { sdr: users.sdr }),
    ...(users.closer === null ? {} : { closer: users.closer }),
    ...(seller.revenueCents === undefined ? {} : { amountCents: seller.revenueCents, currency: 'BRL' }),
    details,
  }
  return [
    { ...common, actor: null, kind: 'person.identified', messageId: `olist:${leadId}:account`, data: { account } },
    { ...common, actor: users.closer, kind: 'deal.won', messageId: `olist:${leadId}:won`, data },
  ]
}
