import type { IncomingFact } from '../../../facts/incoming.ts'
import { dropped, warning } from '../../finding.ts'
import { readBoolean } from '../../values/read-boolean.ts'
import { messageIdOf } from '../message-id.ts'
import { type ImportFile, isDropped, type ProfileInput, type RowOutcome } from '../profile.ts'
import { type CrmRow, momentKey, plainText, rowsOf, takeId } from './crm-row.ts'
import { type CrmPerson, idsIn, type Known, nameKey, ownerOf } from './known.ts'
import { type Deal, readDeal } from './read-deal.ts'
import type { CrmShape, RoleShape } from './shape.ts'

/** Deals: whose, how much, by whom, through which stages, and how they ended. */
export async function* dealOutcomes(
  file: ImportFile,
  shape: RoleShape,
  crm: CrmShape,
  known: Known,
  input: ProfileInput,
  seen: Set<string>,
): AsyncGenerator<RowOutcome> {
  const entered = file.table.columns.flatMap((column) => {
    const stage = crm.enteredStage(column)
    return stage?.of === 'deal' ? [{ column, stage: stage.stage }] : []
  })
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
    const id = isDropped(row.findings) ? null : takeId(row, seen, crm.idOf, 'deal')
    if (id !== null) {
      const deal = readDeal(row, id, entered, known, input)
      if (!isDropped(row.findings)) {
        const closer = await ownerOf(row, crm, known, input.users)
        outcome.facts = factsOf(row, { ...deal, id, closer }, crm, known, input)
      }
    }
    yield outcome
  }
}

/** Whose deal it is: the contacts it names, the lead it came of, or somebody unknown at the company. */
function peopleOf(row: CrmRow, id: string, crm: CrmShape, known: Known): CrmPerson[] {
  const named = idsIn(row.of('contactIds'), crm.idOf)
  const ids = named.length > 0 ? named : (known.contactsOfDeal.get(id) ?? [])
  const found = ids.flatMap((each) => {
    const person = known.people.get(each)
    if (person === undefined)
      row.findings.push(
        warning('unknown-contact', `No file has the contact ${each} of this deal.`, row.column('contactIds')),
      )
    return person ?? []
  })
  const converted = known.personOfDeal.get(id)
  if (converted !== undefined && found.length === 0) return [converted]
  if (found.length > 0) return [...new Set(found)]
  const text = row.of('contact').split(';')[0] ?? ''
  const inside = /^(.*?)\s*\(([^()]+)\)\s*$/.exec(text)
  const byText =
    known.personByEmail.get((inside?.[2] ?? text).toLowerCase()) ?? known.personByName.get(nameKey(inside?.[1] ?? text))
  if (byText !== undefined) return [byText]
  row.findings.push(
    warning(
      'no-contact',
      text === ''
        ? 'The deal names no contact: it stands with an unnamed buyer.'
        : `No file has the contact "${text.slice(0, 100)}": the deal stands with a buyer of that name.`,
      row.column('contact') ?? row.column('contactIds'),
    ),
  )
  return []
}

function factsOf(row: CrmRow, deal: Deal, crm: CrmShape, known: Known, input: ProfileInput): IncomingFact[] {
  const key = `${crm.id}:deal:${deal.id}`
  const [first, ...others] = peopleOf(row, deal.id, crm, known)
  const who = { externalId: first?.externalId ?? `${key}:buyer` }
  const common = {
    source: 'import',
    isHistory: true,
    who,
    touch: null,
    importId: input.importId,
    actor: deal.closer,
  }
  known.personOfDeal.set(deal.id, first ?? { externalId: who.externalId, name: null })
  const facts: IncomingFact[] = []
  if (first === undefined) facts.push(...buyerFacts(row, deal, crm, known, common))
  const people = others.flatMap(({ name }) => (name === null ? [] : [{ name, role: 'other' }])).slice(0, 50)
  const data = {
    deal: key,
    ...deal.terms,
    ...(deal.closer === null ? {} : { closer: deal.closer }),
    ...(people.length === 0 ? {} : { people }),
  }
  const fact = (kind: string, at: number, more: Record<string, unknown>): IncomingFact => ({
    ...common,
    kind,
    at,
    data: more,
    messageId: messageIdOf(key, kind, momentKey(at, input.arrivedAtMs), JSON.stringify(more)),
  })
  facts.push(fact('deal.opened', deal.openedMs, data))
  const closesAt = deal.status === 'open' ? Number.POSITIVE_INFINITY : deal.closedMs
  const stages = deal.stages.filter(({ atMs }) => atMs <= closesAt)
  for (const { stage, atMs } of stages)
    facts.push(fact('deal.moved', Math.max(atMs, deal.openedMs), { deal: key, stage }))
  const money = {
    ...(deal.terms.amountCents === undefined ? {} : { amountCents: deal.terms.amountCents }),
    ...(deal.terms.currency === undefined ? {} : { currency: deal.terms.currency }),
  }
  const reason = plainText(row.of(deal.status === 'won' ? 'wonReason' : 'lostReason'), 200)
  if (deal.status === 'won')
    facts.push(
      fact('deal.won', deal.closedMs, { deal: key, ...money, proof: 'none', ...(reason === '' ? {} : { reason }) }),
    )
  else if (deal.status === 'lost')
    facts.push(fact('deal.lost', deal.closedMs, { deal: key, reason: reason || 'not recorded' }))
  else if (deal.stage === '' && stages.length > 0) return facts
  else if (deal.stage === '') row.findings.push(warning('no-stage', 'The deal names no stage.', row.column('stage')))
  else if (stages.at(-1)?.stage !== deal.stage) {
    const since = row.moment('stageAt')?.atMs ?? stages.at(-1)?.atMs ?? deal.openedMs
    facts.push(fact('deal.moved', Math.max(since, deal.openedMs), { deal: key, stage: deal.stage }))
  }
  return facts
}

function buyerFacts(
  row: CrmRow,
  deal: Deal,
  crm: CrmShape,
  known: Known,
  common: Omit<IncomingFact, 'kind' | 'at' | 'data' | 'messageId'>,
): IncomingFact[] {
  const key = `${crm.id}:deal:${deal.id}`
  const companyId = crm.idOf(idsIn(row.of('companyId'), crm.idOf)[0] ?? known.companyOfDeal.get(deal.id) ?? '')
  const company = known.companies.get(companyId) ?? known.companyByName.get(nameKey(row.of('company')))
  if (company === undefined && companyId !== '' && known.companies.size > 0)
    row.findings.push(warning('unknown-company', `No file has the company ${companyId}.`, row.column('companyId')))
  const name =
    plainText(row.of('contact').split(';')[0] ?? '', 150) || `Buyer of ${plainText(row.of('name') || deal.id, 150)}`
  const account =
    company?.account ??
    (row.of('company') === ''
      ? null
      : {
          name: plainText(row.of('company'), 200),
          externalId: `${crm.id}:company:${nameKey(row.of('company')).slice(0, 150)}`,
        })
  const data = { person: { name }, ...(account === null ? {} : { account }) }
  return [
    {
      ...common,
      kind: 'person.identified',
      at: deal.openedMs,
      data,
      messageId: messageIdOf(key, 'buyer', JSON.stringify(data)),
      accountOwner: company?.ownerId ?? null,
    },
    {
      ...common,
      kind: 'lead.recorded',
      at: deal.openedMs,
      data: { externalId: deal.id.slice(0, 200) },
      messageId: messageIdOf(key, 'lead'),
    },
  ]
}
