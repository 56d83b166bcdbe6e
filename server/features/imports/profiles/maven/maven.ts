import { warning } from '../../finding.ts'
import type { Profile } from '../profile.ts'
import { opportunityOutcomes } from './opportunity-outcomes.ts'
import { readSurroundings } from './read-surroundings.ts'
import { roleOf } from './roles.ts'

export const maven: Profile = {
  id: 'maven',
  name: 'Maven CRM sales opportunities',
  description:
    'Opportunities of a hardware seller with their accounts, products and sales teams, as Maven Analytics gives them.',
  files: ['sales_pipeline.csv', 'accounts.csv', 'products.csv', 'sales_teams.csv'],
  assign: (files) => {
    const roles = files.map((file) => roleOf(file.columns))
    return roles.includes('opportunities') ? roles : null
  },
  proposeMapping: null,
  async *outcomes(input) {
    for (const file of input.files) {
      const findings = [...file.table.findings]
      if (file.role === 'opportunities')
        findings.push(
          warning('dates-without-time', 'Dates have no time: each is read as midnight in UTC.', 'engage_date'),
          warning('no-reason', 'Lost opportunities give no reason: it is "not recorded".', 'deal_stage'),
        )
      if (findings.length > 0) yield { file: file.name, row: 1, cells: file.table.columns, facts: [], findings }
    }
    const { known, outcomes } = await readSurroundings(input.files)
    yield* outcomes
    for (const file of input.files) if (file.role === 'opportunities') yield* opportunityOutcomes(file, input, known)
  },
}
