import type { IncomingFact } from '../../../facts/incoming.ts'
import { dropped, warning } from '../../finding.ts'
import { readDate } from '../../values/read-date.ts'
import { channelOf } from '../channel-of.ts'
import { type ImportFile, isDropped, type ProfileInput, type RowOutcome } from '../profile.ts'
import { cellReader } from './columns.ts'

/** The zone of the company: a date without a time is midnight there. */
export const ZONE = 'America/Sao_Paulo'

/** First contact of each lead that came in, epoch ms. */
export type FirstContacts = Map<string, number>

/** Each row of the leads file is a person who asked on a landing page and was found qualified. */
export async function* leadOutcomes(
  file: ImportFile,
  input: ProfileInput,
  firstContacts: FirstContacts,
): AsyncGenerator<RowOutcome> {
  const cell = cellReader(file.table.columns)
  for await (const { row, cells, findings } of file.table.rows()) {
    const outcome: RowOutcome = { file: file.name, row, cells, facts: [], findings: [...findings] }
    const id = cell(cells, 'mql_id')
    const date = readDate(cell(cells, 'first_contact_date'), { format: 'iso', zone: ZONE, nowMs: input.arrivedAtMs })
    if (id === '') outcome.findings.push(dropped('no-id', 'The row has no mql_id.', 'mql_id'))
    else if (firstContacts.has(id))
      outcome.findings.push(dropped('duplicate-lead', `The lead ${id} stands already in an earlier row.`, 'mql_id'))
    if (!date.ok)
      outcome.findings.push(
        dropped(date.code, `${date.reason}; a lead without a date cannot be counted.`, 'first_contact_date'),
      )
    else if (!isDropped(outcome.findings)) {
      const origin = cell(cells, 'origin')
      if (origin === '')
        outcome.findings.push(
          warning('blank-origin', 'The row does not say where the lead came from; its channel stays blank.', 'origin'),
        )
      firstContacts.set(id, date.value.atMs)
      outcome.facts = leadFacts(id, date.value.atMs, origin, cell(cells, 'landing_page_id'), input.importId)
    }
    yield outcome
  }
}

function leadFacts(id: string, atMs: number, origin: string, landingPage: string, importId: string): IncomingFact[] {
  const common = {
    at: atMs,
    source: 'import',
    actor: null,
    isHistory: true,
    who: { externalId: `olist:${id}` },
    importId,
  }
  const touch = {
    channel: origin === '' ? null : (channelOf(origin) ?? origin),
    origin: origin || null,
    campaign: null,
    landingPage: landingPage || null,
  }
  const path = landingPage === '' ? {} : { path: landingPage }
  return [
    {
      ...common,
      kind: 'person.identified',
      messageId: `olist:${id}:person`,
      touch: null,
      data: { person: { name: `Lead ${id.slice(0, 8)}`, country: 'BR' } },
    },
    {
      ...common,
      kind: 'form.submitted',
      messageId: `olist:${id}:first`,
      touch,
      data: { name: 'landing page', ...path },
    },
    {
      ...common,
      kind: 'stage.recorded',
      messageId: `olist:${id}:qualified`,
      touch: null,
      data: { stage: 'qualified' },
    },
  ]
}
