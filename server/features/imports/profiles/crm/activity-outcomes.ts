import type { IncomingFact } from '../../../facts/incoming.ts'
import { dropped, repaired, warning } from '../../finding.ts'
import { readBoolean } from '../../values/read-boolean.ts'
import { readEmail } from '../../values/read-email.ts'
import { readNumber } from '../../values/read-number.ts'
import { messageIdOf } from '../message-id.ts'
import { type ImportFile, isDropped, type ProfileInput, type RowOutcome } from '../profile.ts'
import { type CrmRow, momentKey, plainText, rowsOf, takeId } from './crm-row.ts'
import { type CrmPerson, idsIn, type Known, nameKey, ownerOf } from './known.ts'
import type { ActivityKind, CrmShape, RoleShape } from './shape.ts'

const TEXT = 2_000
const DAY_S = 86_400

/** Calls, meetings, notes, e-mails and tasks, each in the story of the first person it names. */
export async function* activityOutcomes(
  file: ImportFile,
  shape: RoleShape,
  crm: CrmShape,
  known: Known,
  input: ProfileInput,
  seen: Set<string>,
): AsyncGenerator<RowOutcome> {
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
    const id = isDropped(row.findings) ? null : takeId(row, seen, crm.idOf, 'activity')
    if (id !== null) {
      const person = personOf(row, id, crm, known)
      if (person === null)
        row.findings.push(
          dropped(
            'unknown-contact',
            'No contact or deal of these files is named; there is no story to put it in.',
            row.column('contactIds'),
          ),
        )
      else {
        const actor = await ownerOf(row, crm, known, input.users)
        const told = tellActivity(row, kindOf(row, shape.kind), input.arrivedAtMs)
        if (told !== null)
          outcome.facts = [
            {
              source: 'import',
              isHistory: true,
              who: { externalId: person.externalId },
              touch: null,
              importId: input.importId,
              actor,
              ...told,
              messageId: messageIdOf(
                crm.id,
                'activity',
                id,
                told.kind,
                momentKey(told.at, input.arrivedAtMs),
                JSON.stringify(told.data),
              ),
            },
          ]
      }
    }
    yield outcome
  }
}

function personOf(row: CrmRow, id: string, crm: CrmShape, known: Known): CrmPerson | null {
  const ids = [...idsIn(row.of('contactIds'), crm.idOf), ...(known.contactsOfActivity.get(id) ?? [])]
  for (const each of ids) {
    const person = known.people.get(each)
    if (person !== undefined) return person
  }
  for (const deal of [...idsIn(row.of('dealIds'), crm.idOf), ...(known.dealsOfActivity.get(id) ?? [])]) {
    const person = known.personOfDeal.get(deal)
    if (person !== undefined) return person
  }
  const text = row.of('contact').split(';')[0] ?? ''
  const email = readEmail(text)
  if (email.ok) return known.personByEmail.get(email.value) ?? null
  return text === '' ? null : (known.personByName.get(nameKey(text.replace(/\s*\([^()]*\)\s*$/, ''))) ?? null)
}

function kindOf(row: CrmRow, fixed: ActivityKind | undefined): ActivityKind {
  if (fixed !== undefined && fixed !== 'task') return fixed
  const word = `${row.of('subtype')} ${row.of('type')}`.toLowerCase()
  if (/call|phone/.test(word)) return 'call'
  if (/meeting|lunch|demo|event|visit/.test(word)) return 'meeting'
  if (/e-?mail/.test(word)) return 'email'
  if (/note/.test(word)) return 'note'
  return 'task'
}

type Told = Pick<IncomingFact, 'kind' | 'at' | 'data'>

function tellActivity(row: CrmRow, kind: ActivityKind, arrivedAtMs: number): Told | null {
  const when = row.moment('at', true) ?? row.moment('createdAt')
  if (when === null) {
    row.findings.push(dropped('no-date', 'Nothing readable says when it was.', row.column('at')))
    return null
  }
  const subject = plainText(row.of('subject'), 200)
  const body = plainText(row.of('body'), TEXT)
  const note = [subject, body === subject ? '' : body]
    .filter((part) => part !== '')
    .join('\n')
    .slice(0, TEXT)
  const noted = note === '' ? {} : { note }
  const status = row.of('status')
  const isOpen = /^(to.?do|planned|open|not.?started|in.?progress|deferred|waiting.*)$/i.test(status)
  const isDone = readBoolean(row.of('isDone')) ?? (isOpen ? false : null)
  const isAhead = when.atMs > arrivedAtMs
  const at = Math.min(when.atMs, arrivedAtMs)
  if (kind === 'meeting') {
    const told =
      isAhead || isDone === false
        ? 'meeting.booked'
        : /no.?show|missed/i.test(row.of('outcome'))
          ? 'meeting.missed'
          : 'meeting.held'
    if (/cancel/i.test(row.of('outcome'))) return aNote(row, at, `Cancelled meeting: ${note}`)
    if (told === 'meeting.booked')
      return {
        kind: told,
        at: Math.min(row.moment('createdAt')?.atMs ?? at, at),
        data: { startsAt: new Date(when.atMs).toISOString(), ...noted },
      }
    return { kind: told, at, data: { ...noted, ...(told === 'meeting.held' ? lengthOf(row, when.atMs) : {}) } }
  }
  // What is only planned was not done: it stands as a note.
  if (isAhead || (isDone === false && kind !== 'note'))
    return aNote(row, at, `To do by ${new Date(when.atMs).toISOString().slice(0, 10)}: ${note}`)
  if (kind === 'call') {
    const length = lengthOf(row, when.atMs)
    if (/inbound|incoming/i.test(row.of('direction')))
      return { kind: 'call.received', at, data: { ...noted, ...length } }
    return { kind: 'call.made', at, data: { outcome: outcomeOf(row, length.durationS), ...noted, ...length } }
  }
  if (kind === 'email') {
    const named = subject === '' ? {} : { subject }
    if (/incoming|inbound/i.test(row.of('direction')))
      return { kind: 'email.replied', at, data: { ...named, ...(body === '' ? {} : { text: body }) } }
    return { kind: 'email.sent', at, data: { ...named, ...(body === '' ? {} : { note: body }) } }
  }
  return aNote(row, at, kind === 'task' && note !== '' ? `Done: ${note}` : note)
}

function aNote(row: CrmRow, at: number, text: string): Told | null {
  if (text.trim() === '') {
    row.findings.push(
      dropped('no-text', 'It says nothing: no subject and no text.', row.column('body') ?? row.column('subject')),
    )
    return null
  }
  return { kind: 'note.written', at, data: { text: text.slice(0, TEXT).toWellFormed() } }
}

function outcomeOf(row: CrmRow, durationS: number | undefined): string {
  const word = row.of('outcome').toLowerCase()
  if (/voice ?mail|live message|left message/.test(word)) return 'voicemail'
  if (/no.?answer|no.?show|not reached|unanswered/.test(word)) return 'no answer'
  if (/busy/.test(word)) return 'busy'
  if (/wrong/.test(word)) return 'wrong number'
  if (/connect|answered|reached|complete|interested|held/.test(word)) return 'connected'
  if (word === '' && durationS === 0) return 'no answer'
  if (!CALL_IDS.has(word) && word !== '')
    row.findings.push(
      warning(
        'unknown-outcome',
        `"${word.slice(0, 100)}" is no outcome of calls known here; it counts as connected.`,
        row.column('outcome'),
      ),
    )
  return CALL_IDS.get(word) ?? 'connected'
}

/** What HubSpot's own dispositions of calls stand for: exports by name of property give these ids. */
const CALL_IDS: ReadonlyMap<string, string> = new Map([
  ['f240bbac-87c9-4f6e-bf70-924b57d47db7', 'connected'],
  ['9d9162e7-6cf3-4944-bf63-4dff82258764', 'busy'],
  ['a4c4c377-d246-4b32-a13b-75a56a4cd0ff', 'voicemail'],
  ['b2cf5968-551e-4856-9783-52b3da59a7d0', 'voicemail'],
  ['73a0d17f-1163-4015-bdd5-ec830791da20', 'no answer'],
  ['17b47fee-58de-441e-a44c-c6300d46f273', 'wrong number'],
])

function lengthOf(row: CrmRow, startMs: number): { durationS?: number } {
  const units = [
    ['durationMs', 0.001],
    ['durationS', 1],
    ['durationMin', 60],
  ] as const
  for (const [field, seconds] of units) {
    const text = row.of(field)
    if (text === '') continue
    const clock = /^(\d{1,3}):(\d{2})(?::(\d{2}))?$/.exec(text)
    const read = readNumber(text, row.decimal)
    const value =
      clock === null
        ? read.ok
          ? Math.round(read.value * seconds)
          : Number.NaN
        : clock[3] === undefined
          ? Number(clock[1]) * 3_600 + Number(clock[2]) * 60
          : Number(clock[1]) * 3_600 + Number(clock[2]) * 60 + Number(clock[3])
    if (value >= 0 && value <= DAY_S) return { durationS: value }
    row.findings.push(
      repaired(
        'unreadable-length',
        `"${text.slice(0, 60)}" is no length of a call or meeting; it is left out.`,
        row.column(field),
      ),
    )
    return {}
  }
  const end = row.moment('endAt', true)
  const lengthS = end === null ? -1 : Math.round((end.atMs - startMs) / 1000)
  return lengthS > 0 && lengthS <= DAY_S ? { durationS: lengthS } : {}
}
