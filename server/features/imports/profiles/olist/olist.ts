import { warning } from '../../finding.ts'
import type { ImportFile, Profile, ProfileInput, RowOutcome } from '../profile.ts'
import { cellReader, roleOf } from './columns.ts'
import { dealOutcomes } from './deal-outcomes.ts'
import { type FirstContacts, leadOutcomes, ZONE } from './lead-outcomes.ts'
import { readSellers } from './sellers.ts'

export const olist: Profile = {
  id: 'olist',
  name: 'Olist marketing funnel',
  description:
    'Marketing qualified leads and closed deals of Olist (Brazil), with the place and revenue of the sellers where those files are given.',
  files: [
    'olist_marketing_qualified_leads_dataset.csv',
    'olist_closed_deals_dataset.csv',
    'olist_sellers_dataset.csv',
    'seller_revenue_all_orders.csv',
  ],
  assign: (files) => {
    const roles = files.map((file) => roleOf(file.columns))
    return roles.includes('leads') ? roles : null
  },
  proposeMapping: null,
  async *outcomes(input) {
    for (const file of input.files) yield* aboutFile(file)
    const firstContacts: FirstContacts = new Map()
    for (const file of withRole(input, 'leads')) yield* leadOutcomes(file, input, firstContacts)
    const { sellers, outcomes } = await readSellers(input.files)
    yield* outcomes
    const deals = withRole(input, 'deals')
    const nameOfUser = await userNames(deals)
    for (const file of deals) yield* dealOutcomes(file, input, { firstContacts, sellers, nameOfUser })
  },
}

function withRole(input: ProfileInput, role: string): ImportFile[] {
  return input.files.filter((file) => file.role === role)
}

function* aboutFile(file: ImportFile): Generator<RowOutcome> {
  const findings = [...file.table.findings]
  if (file.role === 'leads')
    findings.push(
      warning(
        'dates-without-time',
        `first_contact_date has no time: each is read as midnight in ${ZONE}.`,
        'first_contact_date',
      ),
    )
  if (file.role === 'deals')
    findings.push(
      warning(
        'zone-of-dates',
        'won_date is read as UTC: its date-only values are midnight in São Paulo written in UTC.',
        'won_date',
      ),
    )
  if (findings.length > 0) yield { file: file.name, row: 1, cells: file.table.columns, facts: [], findings }
}

/** People who pass leads on and who close deals have no names in the files; one who does both is one user. */
async function userNames(deals: readonly ImportFile[]): Promise<(id: string) => string> {
  const sdrs = new Set<string>()
  const closers = new Set<string>()
  for (const file of deals) {
    const cell = cellReader(file.table.columns)
    for await (const { cells } of file.table.rows()) {
      sdrs.add(cell(cells, 'sdr_id'))
      closers.add(cell(cells, 'sr_id'))
    }
  }
  return (id) => `${sdrs.has(id) ? (closers.has(id) ? 'SDR and closer' : 'SDR') : 'Closer'} ${id.slice(0, 6)}`
}
