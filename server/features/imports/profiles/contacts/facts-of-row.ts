import type { IncomingFact, Who } from '../../../facts/incoming.ts'
import { type Finding, warning } from '../../finding.ts'
import { channelOf } from '../channel-of.ts'
import { messageIdOf } from '../message-id.ts'
import type { Mapping } from '../profile.ts'
import type { ReadRow } from './read-row.ts'
import { type RecordedStage, stageOf } from './stage-of.ts'

export type RowPlace = { sha256: string; row: number }
export type FactRules = {
  importId: string
  mapping: Mapping
  arrivedAtMs: number
  ownerId: string | null
  accountOwnerId: string | null
  hasDates: boolean
  /** How often the person stood in earlier rows: what a later row says of them holds. */
  timesBefore: number
}

/**
 * The facts a row tells: who the person is; that they became a lead (with where they came from); how far they were.
 * A person whose date cannot be read is kept without a lead: no cohort could count them.
 */
export function factsOfRow(
  row: ReadRow,
  place: RowPlace,
  rules: FactRules,
): { facts: IncomingFact[]; findings: Finding[] } {
  const isHistory = rules.mapping.treatAs === 'history'
  const who = whoOf(row, place)
  const key = who.externalId ?? who.email ?? who.phone ?? ''
  const atMs = row.at?.atMs ?? rules.arrivedAtMs
  const touch = touchOf(row, rules.mapping)
  const common = { source: 'import', actor: null, isHistory, who, importId: rules.importId, at: atMs, touch: null }
  const traits = traitsOf(row)
  const facts: IncomingFact[] = [
    {
      ...common,
      at: atMs + rules.timesBefore,
      kind: 'person.identified',
      // Told with another owner of the company it is another telling.
      messageId: messageIdOf(
        'person',
        key,
        JSON.stringify(traits),
        ...(rules.accountOwnerId === null ? [] : [rules.accountOwnerId]),
      ),
      accountOwner: rules.accountOwnerId,
      data: traits,
    },
  ]
  const { stage, findings } = stageOfRow(row)
  const isLead = stage !== 'none' && (!isHistory || !rules.hasDates || row.at !== null)
  if (!isLead) return { facts, findings }
  // Told again in a later export it is the same lead; a list of new leads is a new hand raised by each.
  const isTold = isHistory && key !== ''
  const base = isTold ? ['lead', key, row.at?.atMs ?? 'undated'] : ['lead', place.sha256, place.row]
  const data = row.externalId === null ? {} : { externalId: row.externalId }
  facts.push({ ...common, kind: 'lead.recorded', messageId: messageIdOf(...base), touch, data })
  if (isHistory && (stage !== 'inquiry' || rules.ownerId !== null)) {
    const owner = rules.ownerId === null ? {} : { owner: rules.ownerId }
    facts.push({
      ...common,
      kind: 'stage.recorded',
      messageId: messageIdOf('stage', stage, ...base),
      data: { stage, ...owner },
    })
  }
  return { facts, findings }
}

/** A row without any key is known by its place, so that importing the file again does not double the person. */
function whoOf(row: ReadRow, place: RowPlace): Who {
  const { email, phone } = row.person
  if (email === undefined && phone === undefined && row.externalId === null) {
    return { externalId: `import:${place.sha256.slice(0, 16)}:${place.row}` }
  }
  return { email, phone, externalId: row.externalId ?? undefined }
}

function traitsOf(row: ReadRow) {
  return {
    ...(isEmpty(row.person) ? {} : { person: row.person }),
    ...(isEmpty(row.account) ? {} : { account: row.account }),
    ...(isEmpty(row.traits) ? {} : { traits: row.traits }),
  }
}

function isEmpty(record: object): boolean {
  for (const _ in record) return false
  return true
}

function touchOf(row: ReadRow, mapping: Mapping) {
  const { origin, campaign, landingPage } = row.touch
  const stated = row.touch.channel
  const channel =
    stated === null ? ((origin === null ? null : channelOf(origin)) ?? mapping.channel) : (channelOf(stated) ?? stated)
  const isKnown = channel !== null || origin !== null || campaign !== null || landingPage !== null
  return isKnown ? { channel, origin, campaign, landingPage } : null
}

function stageOfRow(row: ReadRow): { stage: RecordedStage | 'none'; findings: Finding[] } {
  if (row.stage === null) return { stage: 'inquiry', findings: [] }
  const stage = stageOf(row.stage)
  if (stage === null) {
    return {
      stage: 'inquiry',
      findings: [
        warning('unknown-stage', `"${row.stage}" is not a stage we know; the lead is recorded as an inquiry.`, 'stage'),
      ],
    }
  }
  if (stage !== 'won') return { stage, findings: [] }
  return {
    stage: 'opportunity',
    findings: [
      warning(
        'won-without-deal',
        `"${row.stage}" says a deal was won, but the row has no deal with a date: the lead is recorded as an opportunity.`,
        'stage',
      ),
    ],
  }
}
