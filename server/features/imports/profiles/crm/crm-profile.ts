import { warning } from '../../finding.ts'
import type { ImportFile, Profile, ProfileInput, RowOutcome } from '../profile.ts'
import { activityOutcomes } from './activity-outcomes.ts'
import { dealOutcomes } from './deal-outcomes.ts'
import { type Known, nothingKnown } from './known.ts'
import { mapDeals } from './map-deals.ts'
import { personOutcomes } from './person-outcomes.ts'
import { isNaming, readNames } from './read-names.ts'
import { CRM_ROLES, type CrmShape, type RoleShape, shapeOf } from './shape.ts'

/** A profile that reads the exports of one CRM, as many of its files as are given, in any order. */
export function crmProfile(crm: CrmShape): Profile {
  return {
    id: crm.id,
    name: crm.name,
    description: crm.description,
    files: crm.files,
    assign(files) {
      const roles = files.map((file) => shapeOf(crm, file.columns)?.role ?? null)
      const tells = roles.some((role) => role === 'leads' || role === 'contacts' || role === 'deals')
      return tells ? roles : null
    },
    proposeMapping: null,
    hasDeals: true,
    async *outcomes(input) {
      const known = nothingKnown(crm.stageNames)
      const shaped = input.files.flatMap((file) => {
        const shape = shapeOf(crm, file.table.columns)
        return shape === null ? [] : [{ file, shape }]
      })
      for (const { file, shape } of shaped) yield* aboutFile(file, shape)
      for (const role of CRM_ROLES) {
        const seen = new Set<string>()
        for (const { file, shape } of shaped)
          if (shape.role === role) yield* outcomesOf(file, shape, crm, known, input, seen)
      }
    },
  }
}

function* aboutFile(file: ImportFile, shape: RoleShape): Generator<RowOutcome> {
  const findings = [...file.table.findings]
  if (shape.role === 'deals' || shape.role === 'leads' || shape.role === 'contacts')
    findings.push(warning('zone-utc', 'Moments without a zone are read as UTC.'))
  if (findings.length > 0) yield { file: file.name, row: 1, cells: file.table.columns, facts: [], findings }
}

async function* outcomesOf(
  file: ImportFile,
  shape: RoleShape,
  crm: CrmShape,
  known: Known,
  input: ProfileInput,
  seen: Set<string>,
): AsyncGenerator<RowOutcome> {
  if (isNaming(shape.role)) yield* readNames(file, shape, crm, known, input)
  else if (shape.role === 'deals')
    for await (const outcome of dealOutcomes(file, shape, crm, known, input, seen))
      yield { ...outcome, facts: mapDeals(outcome.facts, input.mapping.stages) }
  else if (shape.role === 'activities') yield* activityOutcomes(file, shape, crm, known, input, seen)
  else yield* personOutcomes(file, shape, crm, known, input, seen)
}
