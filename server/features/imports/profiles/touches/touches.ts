import type { IncomingFact } from '../../../facts/incoming.ts'
import { dropped } from '../../finding.ts'
import { channelOf } from '../channel-of.ts'
import { plainName } from '../contacts/column-names.ts'
import { columnsOf } from '../contacts/columns-of.ts'
import { proposeMapping } from '../contacts/propose-mapping.ts'
import { type ReadRow, readRow } from '../contacts/read-row.ts'
import { messageIdOf } from '../message-id.ts'
import type { ImportFile, Mapping, Profile, ProfileInput, RowOutcome } from '../profile.ts'
import { kindOfTouch, type TouchKind } from './kind-of-touch.ts'

const WHAT = ['touch', 'activity', 'touch kind', 'activite', 'contact marketing']
const TRAIT = 'touch'

/** The channel of what has none written beside it. */
const CHANNELS: Readonly<Record<TouchKind, string | null>> = {
  'event.attended': 'event',
  'letter.sent': 'direct mail',
  'letter.answered': 'direct mail',
  'call.received': null,
}

function whatColumn(columns: readonly string[]): string | undefined {
  return columns.find((column) => WHAT.includes(plainName(column)))
}

/** Offline touches: who came to an event, whom a letter was sent, who answered it, who called. */
export const touches: Profile = {
  id: 'touches',
  name: 'Events, letters and calls',
  description:
    'One row per touch: who (email, phone or name), date, campaign, and in a column "touch" what it was: attended, letter sent, letter answered or call.',
  files: ['a CSV or XLSX file with a column "touch"'],
  assign: (files) =>
    files.every((file) => whatColumn(file.columns) !== undefined) ? files.map(() => 'touches') : null,
  proposeMapping(columns) {
    const mapping = proposeMapping(columns)
    const what = whatColumn(columns)
    return what === undefined ? mapping : { ...mapping, columns: { ...mapping.columns, [what]: `trait:${TRAIT}` } }
  },
  async *outcomes(input) {
    for (const file of input.files) yield* outcomesOfFile(file, input)
  },
}

async function* outcomesOfFile(file: ImportFile, input: ProfileInput): AsyncGenerator<RowOutcome> {
  const { mapping } = input
  const { columns, findings } = columnsOf(file.table.columns, mapping, file.name)
  const about = [...file.table.findings, ...findings]
  if (about.length > 0) yield { file: file.name, row: 1, cells: file.table.columns, facts: [], findings: about }
  const rules = {
    mapping,
    columns,
    decimal: file.table.separator === ';' ? ',' : '.',
    nowMs: input.arrivedAtMs,
  } as const
  for await (const row of file.table.rows()) {
    const read = readRow(row.cells, rules)
    const outcome: RowOutcome = {
      file: file.name,
      row: row.row,
      cells: row.cells,
      facts: [],
      findings: [...row.findings, ...read.findings],
    }
    // What is new is worked from now on; what is history happened when the row says.
    const at = mapping.treatAs === 'new leads' ? input.arrivedAtMs : (read.at?.atMs ?? null)
    const word = String(read.traits[TRAIT] ?? '')
    const kind = kindOfTouch(word)
    const drop = (code: string, message: string, field: string | null) =>
      outcome.findings.push(dropped(code, message, field))
    if (kind === null)
      drop('unknown-touch', `"${word}" is no touch: write attended, letter sent, letter answered or call.`, 'touch')
    else if (read.externalId === null && Object.keys(read.person).length === 0)
      drop('nobody', 'The row names nobody: no address, phone, id or name.', null)
    else if (at === null) drop('no-date', 'The row has no date that can be read.', 'date')
    else if (kind === 'event.attended' && read.touch.campaign === null)
      drop('no-event', 'The row does not say which event: fill the column "campaign".', 'campaign')
    else outcome.facts = factsOf(kind, read, at, { file, row: row.row, input, mapping })
    yield outcome
  }
}

type Place = { file: ImportFile; row: number; input: ProfileInput; mapping: Mapping }

function factsOf(kind: TouchKind, read: ReadRow, at: number, { file, row, input, mapping }: Place): IncomingFact[] {
  const { email, phone, name } = read.person
  const { campaign, origin, landingPage } = read.touch
  const hasKey = email !== undefined || phone !== undefined || read.externalId !== null
  const who = hasKey
    ? { email, phone, externalId: read.externalId ?? undefined }
    : { externalId: `import:${file.file.sha256.slice(0, 16)}:${row}` }
  const stated = read.touch.channel
  const channel = stated === null ? (mapping.channel ?? CHANNELS[kind]) : (channelOf(stated) ?? stated)
  const common = {
    source: 'import',
    actor: null,
    isHistory: mapping.treatAs === 'history',
    who,
    importId: input.importId,
    at,
  }
  const key = read.externalId ?? email ?? phone ?? name ?? ''
  const { [TRAIT]: _, ...traits } = read.traits
  const about = {
    ...(Object.keys(read.person).length === 0 ? {} : { person: read.person }),
    ...(Object.keys(read.account).length === 0 ? {} : { account: read.account }),
    ...(Object.keys(traits).length === 0 ? {} : { traits }),
  }
  const named = campaign === null ? {} : { name: campaign }
  return [
    {
      ...common,
      kind: 'person.identified',
      messageId: messageIdOf('person', key, JSON.stringify(about)),
      touch: null,
      data: about,
    },
    {
      ...common,
      kind,
      // History told again, in this file or another, is the same touch; a new one is told by its row.
      messageId: messageIdOf(
        kind,
        ...(hasKey && mapping.treatAs === 'history' ? [key, at] : [file.file.sha256, row]),
        campaign ?? '',
      ),
      touch: { channel, origin, campaign, landingPage },
      data: kind === 'call.received' ? {} : named,
    },
  ]
}
