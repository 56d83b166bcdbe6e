import { dropped, type Finding, warning } from '../../finding.ts'
import type { ImportFile, Profile, ProfileInput, RowOutcome } from '../profile.ts'
import { type Columns, columnsOf } from './columns-of.ts'
import { factsOfRow } from './facts-of-row.ts'
import { proposeMapping } from './propose-mapping.ts'
import { type ReadRow, readRow } from './read-row.ts'
import { type SeenPeople, sameAsEarlier } from './same-person.ts'

export const contacts: Profile = {
  id: 'contacts',
  name: 'Contacts or leads',
  description:
    'One row per person, with any columns. You say what each column is; a mapping is proposed from its name.',
  files: ['a CSV or XLSX file'],
  assign: (files) => files.map(() => 'contacts'),
  proposeMapping,
  async *outcomes(input) {
    const seen: SeenPeople = new Map()
    for (const file of input.files) yield* outcomesOfFile(file, input, seen)
  },
}

async function* outcomesOfFile(file: ImportFile, input: ProfileInput, seen: SeenPeople): AsyncGenerator<RowOutcome> {
  const { mapping } = input
  const { columns, findings } = columnsOf(file.table.columns, mapping, file.name)
  const about = [...file.table.findings, ...findings, ...undated(columns, mapping.treatAs)]
  if (about.length > 0) yield { file: file.name, row: 1, cells: file.table.columns, facts: [], findings: about }
  const rules = {
    mapping,
    columns,
    decimal: file.table.separator === ';' ? ',' : '.',
    nowMs: input.arrivedAtMs,
  } as const
  for await (const row of file.table.rows()) {
    const outcome: RowOutcome = {
      file: file.name,
      row: row.row,
      cells: row.cells,
      facts: [],
      findings: [...row.findings],
    }
    const read = readRow(row.cells, rules)
    const same = sameAsEarlier(read, { file: file.name, row: row.row }, seen, mapping.duplicates)
    outcome.findings.push(...read.findings, ...same.findings)
    const isNobody = read.externalId === null && Object.keys(read.person).length === 0
    if (isNobody) outcome.findings.push(dropped('nobody', 'The row names nobody: no address, phone, id or name.'))
    else {
      if (hasNoKey(read))
        outcome.findings.push(warning('no-key', 'No address, phone or id: the person can only be found by name.'))
      const ownerId = read.owner === null ? null : await input.users.find(read.owner)
      if (read.owner !== null && ownerId === null)
        outcome.findings.push(
          warning(
            'unknown-owner',
            `Nobody here is called "${read.owner}"; the lead has no owner.`,
            columns.fixed.owner?.name ?? null,
          ),
        )
      const accountOwnerId = read.accountOwner === null ? null : await input.users.find(read.accountOwner)
      if (read.accountOwner !== null && accountOwnerId === null)
        outcome.findings.push(
          warning(
            'unknown-owner',
            `Nobody here is called "${read.accountOwner}"; the company has no owner.`,
            columns.fixed['account.owner']?.name ?? null,
          ),
        )
      const { facts, findings: more } = factsOfRow(
        read,
        { sha256: file.file.sha256, row: row.row },
        {
          importId: input.importId,
          mapping,
          arrivedAtMs: input.arrivedAtMs,
          ownerId,
          accountOwnerId,
          timesBefore: same.times,
          hasDates: columns.fixed.at !== undefined,
        },
      )
      outcome.facts = facts
      outcome.findings.push(...more)
    }
    yield outcome
  }
}

function undated(columns: Columns, treatAs: 'history' | 'new leads'): Finding[] {
  if (treatAs === 'new leads' || columns.fixed.at) return []
  return [
    warning(
      'no-date-column',
      'No column says when people were first met: all of them count from the moment of this import.',
    ),
  ]
}

function hasNoKey(row: ReadRow): boolean {
  return row.externalId === null && row.person.email === undefined && row.person.phone === undefined
}
