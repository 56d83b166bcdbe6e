import type { FactData } from '@ensemble/engine/facts/kinds.ts'
import { countIn, group, isLoose, type Loose, scalarsOf, textIn } from './loose.ts'

type Traits = FactData['person.identified']

const KNOWN = [
  'name',
  'firstName',
  'first_name',
  'lastName',
  'last_name',
  'email',
  'phone',
  'title',
  'jobTitle',
  'job_title',
  'role',
  'language',
  'locale',
  'country',
  'region',
  'state',
  'city',
  'address',
  'company',
  'companyName',
  'company_name',
  'industry',
  'employees',
  'domain',
  'website',
] as const

/** What a site says of a person (Segment's reserved traits and their common spellings) as the traits of a fact. */
export function traitsOf(given: Loose): Traits {
  const address = group(given, 'address')
  const company = group(given, 'company')
  const place = (names: readonly string[]) => textIn(given, names) ?? textIn(address, names)
  const person = known({
    name: textIn(given, ['name']) ?? joined(given),
    email: textIn(given, ['email'])?.toLowerCase(),
    phone: textIn(given, ['phone']),
    title: textIn(given, ['title', 'jobTitle', 'job_title']),
    role: textIn(given, ['role']),
    language: textIn(given, ['language', 'locale']),
    country: place(['country']),
    region: place(['region', 'state']),
    city: place(['city']),
  })
  const account = known({
    name: isLoose(given.company)
      ? textIn(company, ['name'])
      : textIn(given, ['company', 'companyName', 'company_name']),
    externalId: textIn(company, ['id']),
    domain: textIn(company, ['domain', 'website']) ?? textIn(given, ['domain', 'website']),
    industry: textIn(company, ['industry']) ?? textIn(given, ['industry']),
    employees: countIn(company, ['employees', 'employee_count', 'employeeCount']) ?? countIn(given, ['employees']),
  })
  const traits = scalarsOf(given, KNOWN)
  return {
    ...(Object.keys(person).length > 0 ? { person } : {}),
    ...(Object.keys(account).length > 0 ? { account } : {}),
    ...(Object.keys(traits).length > 0 ? { traits } : {}),
  }
}

function joined(given: Loose): string | undefined {
  const parts = [textIn(given, ['firstName', 'first_name'], 99), textIn(given, ['lastName', 'last_name'], 99)]
  return parts.filter((part) => part !== undefined).join(' ') || undefined
}

function known<T extends object>(fields: T): Partial<T> {
  const kept: Partial<T> = { ...fields }
  for (const key in kept) if (kept[key] === undefined) delete kept[key]
  return kept
}
