import { dropped, type Finding, repaired, warning } from '../../finding.ts'
import { readBoolean } from '../../values/read-boolean.ts'
import { readCountry } from '../../values/read-country.ts'
import { type ReadMoment, readDate } from '../../values/read-date.ts'
import { readEmail } from '../../values/read-email.ts'
import { type DecimalMark, readCents, readNumber } from '../../values/read-number.ts'
import { readPhone } from '../../values/read-phone.ts'
import type { Mapping } from '../profile.ts'
import { accountFields, type Columns, domainOf } from './columns-of.ts'

const SHORT = 200

export type PersonFields = Partial<
  Record<
    'name' | 'email' | 'phone' | 'title' | 'role' | 'country' | 'region' | 'postcode' | 'city' | 'language',
    string
  >
>
export type AccountFields = Partial<
  Record<'name' | 'domain' | 'externalId' | 'industry' | 'country' | 'region' | 'postcode' | 'city' | 'segment', string>
> & {
  employees?: number
  revenueCents?: number
}

/** The row in our words. Blank fields are absent. */
export type ReadRow = {
  person: PersonFields
  account: AccountFields
  traits: Record<string, string | number | boolean>
  touch: { channel: string | null; origin: string | null; campaign: string | null; landingPage: string | null }
  externalId: string | null
  stage: string | null
  owner: string | null
  accountOwner: string | null
  /** Null when the row names none that can be read. */
  at: ReadMoment | null
  findings: Finding[]
}

export type RowRules = { mapping: Mapping; columns: Columns; decimal: DecimalMark; nowMs: number }

/** Reads the cells of one row by the mapping. What cannot be read is left out and told. */
export function readRow(cells: readonly string[], rules: RowRules): ReadRow {
  const { columns, mapping } = rules
  const findings: Finding[] = []
  const text = (target: keyof Columns['fixed'], limit = SHORT): string | undefined => {
    const column = columns.fixed[target]
    const value = column === undefined ? '' : (cells[column.index]?.trim() ?? '')
    if (value === '') return undefined
    if (value.length <= limit) return value
    findings.push(repaired('too-long', `Cut to ${limit} characters.`, column?.name ?? null))
    return value.slice(0, limit).toWellFormed()
  }
  const nameOf = (target: keyof Columns['fixed']) => columns.fixed[target]?.name ?? null
  if (readBoolean(text('isDeleted') ?? '') === true) {
    findings.push(
      dropped('deleted-at-source', 'The row is marked as deleted in the system it comes from.', nameOf('isDeleted')),
    )
  }
  const country = countryOf(text('person.country'))
  const person = present<PersonFields>({
    name: text('person.name') ?? joinNames(text('person.firstName'), text('person.lastName')),
    email: emailOf(text('person.email', 400), nameOf('person.email'), findings),
    title: text('person.title'),
    role: text('person.role')?.toLowerCase(),
    country,
    region: text('person.region'),
    postcode: text('person.postcode'),
    city: text('person.city'),
    language: text('person.language'),
  })
  const phone = phoneOf(text('person.phone'), codeOf(country) ?? mapping.country, nameOf('person.phone'), findings)
  if (phone !== undefined) person.phone = phone
  return {
    person,
    account: readAccount(text, nameOf, rules.decimal, findings),
    traits: readTraits(cells, columns),
    touch: {
      channel: text('touch.channel') ?? null,
      origin: text('touch.origin') ?? null,
      campaign: text('touch.campaign') ?? null,
      landingPage: text('touch.landingPage', 2_000) ?? null,
    },
    externalId: text('person.externalId') ?? null,
    stage: text('stage') ?? null,
    owner: text('owner') ?? null,
    accountOwner: text('account.owner') ?? null,
    at: dateOf(text('at'), nameOf('at'), rules, findings),
    findings,
  }
}

type TextOf = (target: keyof Columns['fixed'], limit?: number) => string | undefined

function readAccount(
  text: TextOf,
  nameOf: (target: keyof Columns['fixed']) => string | null,
  decimal: DecimalMark,
  findings: Finding[],
): AccountFields {
  const account: AccountFields = {}
  for (const [target, field] of accountFields) {
    const value = text(target)
    if (value !== undefined) account[field] = field === 'country' ? (readCountry(value) ?? value) : value
  }
  const website = text('account.domain')
  const domain = website === undefined ? null : domainOf(website)
  if (domain !== null) account.domain = domain
  else if (website !== undefined)
    findings.push(
      repaired(
        'invalid-domain',
        `"${website}" is not the address of a site; it is left out.`,
        nameOf('account.domain'),
      ),
    )
  const employees = text('account.employees')
  if (employees !== undefined) {
    // "51-200" and "1000+" are how such lists state sizes: the lower bound is certain.
    const reading = readNumber(/^(\d[\d.,\s]*?)\s*(?:[-–+]|to|à|bis)/.exec(employees)?.[1] ?? employees, decimal)
    if (reading.ok && reading.value >= 0) account.employees = Math.round(reading.value)
    else
      findings.push(
        repaired(
          'not-a-number',
          `"${employees}" is not a number of employees; it is left out.`,
          nameOf('account.employees'),
        ),
      )
  }
  const revenue = text('account.revenue')
  if (revenue !== undefined) {
    const reading = readCents(revenue, decimal)
    if (reading.ok && reading.value >= 0) account.revenueCents = reading.value
    else
      findings.push(
        repaired('not-a-number', `"${revenue}" is not an amount; it is left out.`, nameOf('account.revenue')),
      )
  }
  return account
}

function readTraits(cells: readonly string[], columns: Columns): Record<string, string | number | boolean> {
  const traits: Record<string, string | number | boolean> = {}
  for (const { name, index } of columns.traits) {
    const value = cells[index]?.trim() ?? ''
    if (value !== '') traits[name] = typed(value.slice(0, 4_000).toWellFormed())
  }
  return traits
}

/** Conditions of an agreement compare numbers and truth values; `007` stays a text. */
function typed(value: string): string | number | boolean {
  if (/^-?(0|[1-9]\d{0,14})(\.\d{1,9})?$/.test(value)) return Number(value)
  if (/^(true|false)$/i.test(value)) return value.toLowerCase() === 'true'
  return value
}

function countryOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : (readCountry(text) ?? text)
}

function codeOf(country: string | undefined): string | null {
  return country !== undefined && /^[A-Z]{2}$/.test(country) ? country : null
}

function joinNames(first: string | undefined, last: string | undefined): string | undefined {
  const name = [first, last].filter((part) => part !== undefined).join(' ')
  return name === '' ? undefined : name.slice(0, SHORT)
}

function emailOf(text: string | undefined, field: string | null, findings: Finding[]): string | undefined {
  if (text === undefined) return undefined
  const reading = readEmail(text)
  if (reading.ok && reading.value.length <= SHORT) return reading.value
  findings.push(
    repaired(
      'invalid-email',
      `${reading.ok ? `"${text}" is too long for an address` : reading.reason}; it is left out.`,
      field,
    ),
  )
  return undefined
}

function phoneOf(
  text: string | undefined,
  country: string | null,
  field: string | null,
  findings: Finding[],
): string | undefined {
  if (text === undefined) return undefined
  const reading = readPhone(text, country)
  if (reading.ok) return reading.value
  findings.push(repaired(reading.code, `${reading.reason}; it is left out.`, field))
  return undefined
}

function dateOf(
  text: string | undefined,
  field: string | null,
  rules: RowRules,
  findings: Finding[],
): ReadMoment | null {
  if (field === null || rules.mapping.treatAs === 'new leads') return null
  if (text === undefined) {
    findings.push(warning('no-date', 'The row has no date: the person is kept, without a lead.', field))
    return null
  }
  const reading = readDate(text, { format: rules.mapping.dateFormat, zone: rules.mapping.zone, nowMs: rules.nowMs })
  if (reading.ok) return reading.value
  findings.push(repaired(reading.code, `${reading.reason}: the person is kept, without a lead.`, field))
  return null
}

function present<T extends Record<string, string | undefined>>(
  fields: { [K in keyof T]: string | undefined },
): Partial<Record<keyof T, string>> {
  const kept: Partial<Record<keyof T, string>> = {}
  for (const key in fields) {
    const value = fields[key]
    if (value !== undefined) kept[key] = value
  }
  return kept
}
