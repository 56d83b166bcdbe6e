import { warning } from '../../finding.ts'
import { readCountry } from '../../values/read-country.ts'
import { readNumber } from '../../values/read-number.ts'
import type { UserDirectory } from '../profile.ts'
import { type CrmRow, plainText } from './crm-row.ts'
import type { CrmShape } from './shape.ts'

export type StageAt = { stage: string; atMs: number }
export type CrmStage = { label: string; isWon: boolean; isClosed: boolean }
export type CrmAccount = { name?: string; externalId: string } & Partial<
  Record<'domain' | 'industry' | 'country' | 'region' | 'city' | 'postcode', string>
> & { employees?: number; revenueCents?: number }
export type CrmCompany = { account: CrmAccount; ownerId: string | null }
export type CrmPerson = { externalId: string; name: string | null }

/** What the files name elsewhere: read first, then looked up by the rows of people, deals and activities. */
export type Known = {
  owners: Map<string, { name: string; email: string }>
  /** Colleagues made, or to be made, because nobody here has their name. */
  madeOwners: Set<string>
  pipelines: Map<string, string>
  stages: Map<string, CrmStage>
  companies: Map<string, CrmCompany>
  companyByName: Map<string, CrmCompany>
  /** Contacts and converted leads by their ids. */
  people: Map<string, CrmPerson>
  personByName: Map<string, CrmPerson>
  personByEmail: Map<string, CrmPerson>
  /** Contacts a lead became: the lead told when they were first met. */
  converted: Set<string>
  personOfDeal: Map<string, CrmPerson>
  contactsOfDeal: Map<string, string[]>
  companyOfDeal: Map<string, string>
  dealHistory: Map<string, StageAt[]>
  contactHistory: Map<string, StageAt[]>
  contactsOfActivity: Map<string, string[]>
  dealsOfActivity: Map<string, string[]>
}

/** Nothing but the stages that every account of the CRM has. */
export function nothingKnown(stageNames: Readonly<Record<string, string>>): Known {
  return {
    owners: new Map(),
    madeOwners: new Set(),
    pipelines: new Map(),
    stages: new Map(
      Object.entries(stageNames).map(([id, label]) => [
        id,
        { label, isWon: /won$/i.test(label), isClosed: /(won|lost)$/i.test(label) },
      ]),
    ),
    companies: new Map(),
    companyByName: new Map(),
    people: new Map(),
    personByName: new Map(),
    personByEmail: new Map(),
    converted: new Set(),
    personOfDeal: new Map(),
    contactsOfDeal: new Map(),
    companyOfDeal: new Map(),
    dealHistory: new Map(),
    contactHistory: new Map(),
    contactsOfActivity: new Map(),
    dealsOfActivity: new Map(),
  }
}

export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Several ids in one cell: `12;34`, `12, 34`. */
export function idsIn(text: string, idOf: CrmShape['idOf']): string[] {
  return text
    .split(/[;,|]/)
    .map((part) => idOf(part.trim()))
    .filter((part) => part !== '')
}

/** The colleague who owns the row: known by address or name, or made, inactive, when the file tells a name. */
export async function ownerOf(
  row: CrmRow,
  crm: CrmShape,
  known: Known,
  users: UserDirectory,
  field = 'owner',
): Promise<string | null> {
  const text = row.of(field)
  if (text === '') return null
  const listed = known.owners.get(crm.idOf(text))
  const written = /^(.*?)\s*<([^<>]+@[^<>]+)>$|^(.*?)\s*\(([^()]+@[^()]+)\)$/.exec(text)
  const name = listed?.name ?? written?.[1] ?? written?.[3] ?? text
  const email = listed?.email ?? written?.[2] ?? written?.[4] ?? row.of(`${field}Email`)
  const found = (email === '' ? null : await users.find(email)) ?? (name === '' ? null : await users.find(name))
  if (found !== null) return found
  if (listed === undefined && crm.isOwnerId(text)) {
    row.findings.push(
      warning(
        'unknown-owner',
        `No file says who the owner ${text} is; it stands without an owner. Add the export of owners.`,
        row.column(field),
      ),
    )
    return null
  }
  const shown = name === '' ? email : name
  const key = `${crm.id}:owner:${nameKey(email === '' ? shown : email)}`
  // Told at the first row of theirs.
  if (!known.madeOwners.has(key))
    row.findings.push(
      warning(
        'unknown-owner',
        `Nobody here is called "${shown}": an inactive colleague of that name owns this and their other rows.`,
        row.column(field),
      ),
    )
  known.madeOwners.add(key)
  return users.byExternalId(key, shown.slice(0, 200))
}

export function readAccount(row: CrmRow, crm: CrmShape, id: string): CrmAccount {
  const short = (field: string): string | undefined => plainText(row.of(field), 200) || undefined
  const account: CrmAccount = { externalId: `${crm.id}:company:${id}` }
  const name = short('name')
  if (name !== undefined) account.name = name
  for (const field of ['industry', 'region', 'city', 'postcode'] as const) {
    const text = short(field)
    if (text !== undefined) account[field] = text
  }
  const domain = row
    .of('domain')
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\.|[/?#].*$/g, '')
  if (/^[^\s@]+\.[^\s@]{2,}$/.test(domain)) account.domain = domain.slice(0, 200)
  const country = readCountry(row.of('country'))
  if (country !== null) account.country = country
  const employees = readNumber(row.of('employees'), row.decimal)
  if (employees.ok && employees.value >= 0) account.employees = Math.round(employees.value)
  const revenue = readNumber(row.of('revenue'), row.decimal)
  if (revenue.ok && revenue.value >= 0) account.revenueCents = Math.round(revenue.value * 100)
  return account
}
