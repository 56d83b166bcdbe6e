import { repaired, warning } from '../../finding.ts'
import { readCountry } from '../../values/read-country.ts'
import { readEmail } from '../../values/read-email.ts'
import { readPhone } from '../../values/read-phone.ts'
import { type CrmRow, plainText } from './crm-row.ts'
import { type CrmAccount, type Known, nameKey, readAccount } from './known.ts'
import type { CrmShape } from './shape.ts'

type PersonTraits = Partial<
  Record<'name' | 'email' | 'phone' | 'title' | 'country' | 'region' | 'city' | 'postcode' | 'language', string>
>

/** Who they are; what cannot be read is left out and told. */
export function personTraits(row: CrmRow): PersonTraits {
  const person: PersonTraits = {}
  const name =
    plainText(row.of('name'), 200) ||
    plainText([row.of('firstName'), row.of('lastName')].filter((part) => part !== '').join(' '), 200)
  if (name !== '') person.name = name
  for (const field of ['title', 'region', 'city', 'postcode', 'language'] as const) {
    const text = plainText(row.of(field), 200)
    if (text !== '') person[field] = text
  }
  if (row.of('email') !== '') {
    const email = readEmail(row.of('email'))
    if (email.ok) person.email = email.value
    else row.findings.push(repaired(email.code, `${email.reason}; it is left out.`, row.column('email')))
  }
  const country = readCountry(row.of('country'))
  if (country !== null) person.country = country
  else if (row.of('country') !== '')
    row.findings.push(
      warning(
        'unknown-country',
        `"${row.of('country').slice(0, 100)}" is no country known here.`,
        row.column('country'),
      ),
    )
  if (row.of('phone') !== '') {
    const phone = readPhone(row.of('phone'), country)
    if (phone.ok) person.phone = phone.value
    else row.findings.push(repaired(phone.code, `${phone.reason}; it is left out.`, row.column('phone')))
  }
  return person
}

/** The company of their row, from its own file where there is one. */
export function companyOf(
  row: CrmRow,
  crm: CrmShape,
  known: Known,
): { account: CrmAccount; ownerId: string | null } | null {
  const id = crm.idOf(row.of('companyId').split(/[;,]/)[0] ?? '')
  const name = row.of('company')
  const listed = known.companies.get(id) ?? known.companyByName.get(nameKey(name))
  if (listed !== undefined) return listed
  if (id !== '' && known.companies.size > 0)
    row.findings.push(warning('unknown-company', `No file has the company ${id}.`, row.column('companyId')))
  if (name === '' && id === '') return null
  const { externalId: _, name: __, ...rest } = readAccount(row, crm, id)
  const domain = rest.domain === undefined ? {} : { domain: rest.domain }
  const account: CrmAccount = {
    externalId: `${crm.id}:company:${id === '' ? nameKey(name).slice(0, 150) : id}`,
    ...(name === '' ? {} : { name: plainText(name, 200) }),
    ...domain,
    ...(rest.industry === undefined ? {} : { industry: rest.industry }),
    ...(rest.employees === undefined ? {} : { employees: rest.employees }),
  }
  return { account, ownerId: null }
}

/** The words of the CRM for how far they are. */
export function extraTraits(row: CrmRow): { traits?: Record<string, string> } {
  const traits: Record<string, string> = {}
  for (const [field, name] of [
    ['lifecycle', 'lifecycle stage'],
    ['status', 'lead status'],
  ] as const) {
    const text = plainText(row.of(field), 200)
    if (text !== '') traits[name] = text
  }
  return Object.keys(traits).length === 0 ? {} : { traits }
}
