import type { IncomingFact } from '../../../facts/incoming.ts'
import { dropped, warning } from '../../finding.ts'
import { readBoolean } from '../../values/read-boolean.ts'
import { channelOf } from '../channel-of.ts'
import { type RecordedStage, stageOf } from '../contacts/stage-of.ts'
import { messageIdOf } from '../message-id.ts'
import { type ImportFile, isDropped, type ProfileInput, type RowOutcome } from '../profile.ts'
import { type CrmRow, momentKey, plainText, rowsOf, takeId } from './crm-row.ts'
import { type Known, nameKey, ownerOf, type StageAt } from './known.ts'
import { companyOf, extraTraits, personTraits } from './person-traits.ts'
import type { CrmShape, RoleShape } from './shape.ts'

/** Statuses of leads that were given up before anybody sold to them: they stay inquiries, with the status beside. */
const GIVEN_UP = /unqualified|disqualified|not converted|bad timing|nurtur|recycl|junk|dead/i

/** Contacts and leads: who they are, when they were first met, how far they came and when. */
export async function* personOutcomes(
  file: ImportFile,
  shape: RoleShape,
  crm: CrmShape,
  known: Known,
  input: ProfileInput,
  seen: Set<string>,
): AsyncGenerator<RowOutcome> {
  const entered = file.table.columns.flatMap((column) => {
    const stage = crm.enteredStage(column)
    return stage?.of === 'contact' ? [{ column, stage: stage.stage }] : []
  })
  const what = shape.role === 'leads' ? 'lead' : 'contact'
  for await (const row of rowsOf(file, { shape, arrivedAtMs: input.arrivedAtMs })) {
    const outcome: RowOutcome = { file: file.name, row: row.row, cells: row.cells, facts: [], findings: row.findings }
    if (readBoolean(row.of('isDeleted')) === true)
      row.findings.push(
        dropped(
          'deleted-at-source',
          'The row is marked as deleted in the system it comes from.',
          row.column('isDeleted'),
        ),
      )
    const id = isDropped(row.findings) ? null : takeId(row, seen, crm.idOf, what)
    if (id !== null) {
      const ownerId = await ownerOf(row, crm, known, input.users)
      outcome.facts = factsOf(row, { id, ownerId, entered, isLead: shape.role === 'leads' }, crm, known, input)
    }
    yield outcome
  }
}

type About = {
  id: string
  ownerId: string | null
  entered: readonly { column: string; stage: string }[]
  isLead: boolean
}

function factsOf(
  row: CrmRow,
  { id, ownerId, entered, isLead }: About,
  crm: CrmShape,
  known: Known,
  input: ProfileInput,
): IncomingFact[] {
  const contactId = isLead ? crm.idOf(row.of('convertedContact')) : ''
  const key = `${crm.id}:contact:${contactId === '' ? id : contactId}`
  const person = personTraits(row)
  const email = person.email
  const identity = { externalId: key, name: person.name ?? email ?? null }
  remember(known, identity, [id, contactId], email)
  const opportunity = isLead ? crm.idOf(row.of('convertedOpportunity')) : ''
  if (opportunity !== '') known.personOfDeal.set(opportunity, identity)
  if (contactId !== '') known.converted.add(contactId)
  if (Object.keys(person).length === 0)
    row.findings.push(warning('nobody', 'The row has an id, but no name, address or phone.'))

  const created = row.moment('createdAt')
  const { stages, isLeadAtAll } = stagesOf(row, id, entered, known, input)
  const leadMs = created?.atMs ?? stages[0]?.atMs ?? input.arrivedAtMs
  if (created === null && stages.length === 0)
    row.findings.push(
      warning(
        'no-date',
        'Nothing says when they were first met: they count from this import.',
        row.column('createdAt'),
      ),
    )
  const company = companyOf(row, crm, known)
  const traits = {
    ...(Object.keys(person).length === 0 ? {} : { person }),
    ...(company === null ? {} : { account: company.account }),
    ...extraTraits(row),
  }
  const common = { source: 'import', isHistory: true, actor: null, importId: input.importId, touch: null }
  const whole = { externalId: key, ...(email === undefined ? {} : { email }) }
  const phone = person.phone === undefined ? {} : { phone: person.phone }
  const facts: IncomingFact[] = [
    {
      ...common,
      who: { ...whole, ...phone },
      kind: 'person.identified',
      at: leadMs,
      messageId: messageIdOf(crm.id, 'person', id, JSON.stringify(traits), company?.ownerId ?? ''),
      accountOwner: company?.ownerId ?? null,
      data: traits,
    },
  ]
  // The lead told it already; the contact was made when it was converted.
  if (!isLeadAtAll || (!isLead && known.converted.has(id))) return facts
  const who = { externalId: key }
  const source = plainText(row.of('source'), 200)
  const touch = source === '' ? null : { channel: channelOf(source), origin: source, campaign: null, landingPage: null }
  facts.push({
    ...common,
    who,
    kind: 'lead.recorded',
    at: leadMs,
    messageId: `${key}:lead`,
    touch,
    data: { externalId: id.slice(0, 200) },
  })
  const owner = ownerId === null ? {} : { owner: ownerId }
  const told: { stage: RecordedStage; atMs: number }[] =
    stages.length > 0 || ownerId === null ? stages : [{ stage: 'inquiry', atMs: leadMs }]
  for (const { stage, atMs } of told)
    facts.push({
      ...common,
      who,
      kind: 'stage.recorded',
      at: Math.max(atMs, leadMs),
      messageId: messageIdOf(
        crm.id,
        'stage',
        key,
        stage,
        momentKey(Math.max(atMs, leadMs), input.arrivedAtMs),
        ownerId ?? '',
      ),
      data: { stage, ...owner },
    })
  return facts
}

function remember(
  known: Known,
  person: { externalId: string; name: string | null },
  ids: readonly string[],
  email: string | undefined,
): void {
  for (const id of ids) if (id !== '') known.people.set(id, person)
  const name = nameKey(person.name ?? '')
  if (name !== '' && !known.personByName.has(name)) known.personByName.set(name, person)
  if (email !== undefined && !known.personByEmail.has(email)) known.personByEmail.set(email, person)
}

/** The stages they reached with the first moment of each, in order of time. Not a lead: they only subscribed, or are no prospect. */
function stagesOf(
  row: CrmRow,
  id: string,
  entered: About['entered'],
  known: Known,
  input: ProfileInput,
): { stages: { stage: RecordedStage; atMs: number }[]; isLeadAtAll: boolean } {
  const history: StageAt[] = [...(known.contactHistory.get(id) ?? [])]
  for (const { column, stage } of entered) {
    const moment = row.momentIn(column)
    if (moment !== null) history.push({ stage, atMs: moment.atMs })
  }
  const converted = readBoolean(row.of('isConverted')) === true || row.of('convertedAt') !== ''
  const convertedAt = row.moment('convertedAt')
  if (converted && convertedAt !== null) history.push({ stage: 'opportunity', atMs: convertedAt.atMs })
  const first = new Map<RecordedStage, number>()
  let isNone = false
  for (const { stage: word, atMs } of history.sort((a, b) => a.atMs - b.atMs)) {
    const stage = toStage(word)
    if (stage !== null && stage !== 'none' && !first.has(stage)) first.set(stage, atMs)
  }
  const current = row.of('lifecycle') || (converted ? '' : row.of('status'))
  if (current !== '') {
    const stage = toStage(current)
    const status = row.of('status')
    if (stage === 'none') isNone = true
    else if (stage === null && !GIVEN_UP.test(current))
      row.findings.push(
        warning(
          'unknown-stage',
          `"${current.slice(0, 100)}" is not a stage we know; it is kept as it stands and moves nobody.`,
          row.column(row.of('lifecycle') === '' ? 'status' : 'lifecycle'),
        ),
      )
    else if (stage !== null && stage !== 'inquiry' && !first.has(stage)) {
      const last = [...first.values()].at(-1)
      first.set(stage, last ?? row.moment('modifiedAt')?.atMs ?? row.moment('createdAt')?.atMs ?? input.arrivedAtMs)
    }
    if (row.of('lifecycle') !== '' && /attempt|connected|in.progress/i.test(status) && !first.has('contacted'))
      row.findings.push(
        warning(
          'undated-status',
          `Nothing says since when the status is "${status}"; it is kept beside.`,
          row.column('status'),
        ),
      )
  }
  return {
    stages: [...first].filter(([stage]) => stage !== 'inquiry').map(([stage, atMs]) => ({ stage, atMs })),
    isLeadAtAll: !isNone || first.size > 0,
  }
}

/** A customer was an opportunity; that a deal was won, the deals say. */
function toStage(word: string): RecordedStage | 'none' | null {
  const stage = stageOf(word)
  return stage === 'won' ? 'opportunity' : stage
}
