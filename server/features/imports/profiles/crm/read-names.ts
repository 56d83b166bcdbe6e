import { dropped, type Finding, warning } from '../../finding.ts'
import { readBoolean } from '../../values/read-boolean.ts'
import type { ImportFile, ProfileInput, RowOutcome } from '../profile.ts'
import { type CrmRow, rowsOf, takeId } from './crm-row.ts'
import { idsIn, type Known, nameKey, ownerOf, readAccount } from './known.ts'
import type { CrmRole, CrmShape, RoleShape } from './shape.ts'

const NAMING: readonly CrmRole[] = [
  'owners',
  'pipelines',
  'stages',
  'companies',
  'deal contacts',
  'deal companies',
  'deal history',
  'contact history',
  'activity contacts',
  'activity deals',
]

/** True for files that only name things; they bring no facts of their own. */
export function isNaming(role: CrmRole): boolean {
  return NAMING.includes(role)
}

/** Takes in a file of names, and tells what is wrong in its rows. */
export async function* readNames(
  file: ImportFile,
  shape: RoleShape,
  crm: CrmShape,
  known: Known,
  input: ProfileInput,
): AsyncGenerator<RowOutcome> {
  const seen = new Set<string>()
  for await (const row of rowsOf(file, { shape, arrivedAtMs: input.arrivedAtMs })) {
    if (readBoolean(row.of('isDeleted')) === true)
      row.findings.push(
        dropped(
          'deleted-at-source',
          'The row is marked as deleted in the system it comes from.',
          row.column('isDeleted'),
        ),
      )
    else if (shape.role === 'companies') await addCompany(row, crm, known, input, seen)
    else row.findings.push(...addName(row, shape.role, crm, known))
    const { row: number, cells, findings } = row
    if (findings.length > 0) yield { file: file.name, row: number, cells, facts: [], findings }
  }
}

async function addCompany(
  row: CrmRow,
  crm: CrmShape,
  known: Known,
  input: ProfileInput,
  seen: Set<string>,
): Promise<void> {
  const id = takeId(row, seen, crm.idOf, 'company')
  if (id === null) return
  const account = readAccount(row, crm, id)
  if (account.name === undefined) row.findings.push(warning('no-name', 'The company has no name.', row.column('name')))
  const company = { account, ownerId: await ownerOf(row, crm, known, input.users) }
  known.companies.set(id, company)
  const key = nameKey(account.name ?? '')
  if (key !== '' && !known.companyByName.has(key)) known.companyByName.set(key, company)
}

function addName(row: CrmRow, role: CrmRole, crm: CrmShape, known: Known): Finding[] {
  const id = crm.idOf(row.of('id'))
  const none = (what: string): Finding[] => [dropped('no-id', `The row does not say ${what}.`, row.column('id'))]
  if (role === 'owners') {
    const name = row.of('name') || [row.of('firstName'), row.of('lastName')].filter((part) => part !== '').join(' ')
    if (id === '' || (name === '' && row.of('email') === '')) return none('who the owner is')
    known.owners.set(id, { name, email: row.of('email') })
    return []
  }
  if (role === 'pipelines') {
    if (id === '' || row.of('label') === '') return none('which pipeline it is')
    known.pipelines.set(id, row.of('label'))
    return []
  }
  if (role === 'stages') {
    if (id === '' || row.of('label') === '') return none('which stage it is')
    const probability = row.of('probability')
    const isWon = readBoolean(row.of('isWon')) ?? /^(1(\.0+)?|100)$/.test(probability)
    known.stages.set(id, { label: row.of('label'), isWon, isClosed: isWon || readBoolean(row.of('isClosed')) === true })
    return []
  }
  if (role === 'deal history' || role === 'contact history') return addHistory(row, role, id, known)
  const others = idsIn(row.of('other'), crm.idOf)
  if (id === '' || others.length === 0) return none('what belongs together')
  if (role === 'deal companies') {
    const [company] = others
    if (company !== undefined && !known.companyOfDeal.has(id)) known.companyOfDeal.set(id, company)
    return []
  }
  const lists =
    role === 'deal contacts'
      ? known.contactsOfDeal
      : role === 'activity contacts'
        ? known.contactsOfActivity
        : known.dealsOfActivity
  const before = lists.get(id) ?? []
  lists.set(id, readBoolean(row.of('isPrimary')) === true ? [...others, ...before] : [...before, ...others])
  return []
}

/** Histories of single properties tell of many; only stages are taken. */
function addHistory(row: CrmRow, role: 'deal history' | 'contact history', id: string, known: Known): Finding[] {
  const property = row
    .of('property')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
  const isStage = ['', 'dealstage', 'stagename', 'stage', 'stageid', 'lifecyclestage', 'status', 'leadstatus']
  if (!isStage.includes(property)) return []
  if (id === '') return [dropped('no-id', 'The row does not say whose history it is.', row.column('id'))]
  const stage = row.of('stage')
  if (stage === '') return []
  const moment = row.moment('at')
  if (moment === null) {
    if (row.of('at') === '')
      return [dropped('no-date', `The row does not say when the stage "${stage}" was entered.`, row.column('at'))]
    return []
  }
  const histories = role === 'deal history' ? known.dealHistory : known.contactHistory
  const list = histories.get(id) ?? []
  list.push({ stage, atMs: moment.atMs })
  histories.set(id, list)
  return []
}
