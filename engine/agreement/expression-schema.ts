import type { Schema } from '../cel/schema.ts'
import { FACT_DATA, type FactKind } from '../facts/kinds.ts'

const text: Schema = { kind: 'string', optional: true }
const whole: Schema = { kind: 'int', optional: true }
const yesNo: Schema = { kind: 'bool', optional: true }
const GRADES = ['A', 'B', 'C', 'D'].flatMap((letter) => [1, 2, 3, 4].map((number) => `${letter}${number}`))

const person: Schema = {
  kind: 'object',
  fields: {
    name: text,
    email: text,
    email_domain: text,
    email_is_free_mail: yesNo,
    phone: text,
    has_phone: { kind: 'bool' },
    title: text,
    role: text,
    country: text,
    region: text,
    postcode: text,
    city: text,
    language: text,
    asked_for_a_call: { kind: 'bool' },
  },
}

const account = {
  kind: 'object',
  fields: {
    name: text,
    domain: text,
    external_id: text,
    industry: text,
    employees: whole,
    revenue_cents: whole,
    country: text,
    region: text,
    postcode: text,
    city: text,
    segment: text,
  },
} satisfies Schema

const traits: Schema = { kind: 'map', of: { kind: 'dyn' } }

const came: Record<string, Schema> = {
  channel: text,
  origin: text,
  campaign: text,
  landing_page: text,
  opened_by: text,
  form: text,
}
const lead: Schema = { kind: 'object', fields: { attempt: { kind: 'int' }, ...came } }

const known: Record<string, Schema> = {
  path: text,
  url: text,
  title: text,
  referrer: text,
  search: text,
  name: text,
  wants_call: yesNo,
  note: text,
  duration_s: whole,
  by: text,
  text,
  subject: text,
  outcome: text,
  fields: traits,
  properties: traits,
}

/** `wantsCall` in a fact is `wants_call` in an expression. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** The variable under which an expression sees a fact of this kind: the noun before the dot. */
export function nounOf(kind: FactKind): string {
  return kind.slice(0, kind.indexOf('.'))
}

function dataSchema(kind: FactKind): Schema {
  const fields: Record<string, Schema> = {}
  for (const name of Object.keys(FACT_DATA[kind].shape)) {
    const key = snakeCase(name)
    fields[key] = known[key] ?? { kind: 'dyn' }
  }
  return { kind: 'object', fields }
}

/** What a condition on who someone is may read. */
export const fitSchema: Schema = { kind: 'object', fields: { person, account, traits } }

const leadFields: Record<string, Schema> = {
  person,
  account,
  traits,
  lead,
  grade: { kind: 'string', values: GRADES, optional: true },
  fit: { kind: 'double' },
  engagement: { kind: 'double' },
}

/** What the conditions of lead sources may read: how the lead came. */
export const sourceSchema: Schema = { kind: 'object', fields: { lead } }

/** What a learned score may read: who they are and how they came, all of it known before anybody works the lead. */
export const learnedSchema: Schema = {
  kind: 'object',
  fields: { person, account, traits, lead: { kind: 'object', fields: came } },
}

/** What a document adds to what conditions on a lead may read: the grades of its scores, its lead sources. */
export type OwnNames = { scores: readonly string[]; sources: readonly string[] }

function leadFieldsOf({ scores, sources }: OwnNames): Record<string, Schema> {
  const grade: Schema = { kind: 'string', values: GRADES, optional: true }
  const source: Schema = { kind: 'string', values: [...sources, OTHER_SOURCE], optional: true }
  return {
    ...leadFields,
    ...(scores.length === 0
      ? {}
      : { grades: { kind: 'object', fields: Object.fromEntries(scores.map((name) => [name, grade])) } }),
    ...(sources.length === 0
      ? {}
      : { lead: { kind: 'object', fields: { attempt: { kind: 'int' }, ...came, source_name: source } } }),
  }
}

/** The source of leads that match none of those an agreement names. */
export const OTHER_SOURCE = 'other'

/** What a qualifying condition may read. */
export function leadSchemaOf(own: OwnNames): Schema {
  return { kind: 'object', fields: leadFieldsOf(own) }
}

/** What the condition of a stage reads of a deal. */
const deal: Schema = {
  kind: 'object',
  fields: {
    name: text,
    pipeline: text,
    stage: text,
    amount_cents: whole,
    currency: text,
    products: { kind: 'list', of: { kind: 'string' } },
    competitors: { kind: 'list', of: { kind: 'string' } },
    competitor_asked: { kind: 'bool' },
    has_decision_maker: { kind: 'bool' },
    people: { kind: 'int' },
    has_need: { kind: 'bool' },
    has_next_step: { kind: 'bool' },
    offer_sent: { kind: 'bool' },
    meeting_held: { kind: 'bool' },
    days_open: { kind: 'int' },
    days_to_close: whole,
  },
}

/** What the condition of a stage may read: the deal, and the lead it is of. */
export function dealSchemaOf(own: OwnNames): Schema {
  return { kind: 'object', fields: { ...leadFieldsOf(own), deal } }
}

/** What only routing conditions may read: it depends on colleagues, or on places the agreement draws, and no fold of a story knows it. */
export const ROUTING_ONLY = ['account.is_owned', 'account.owner', 'account.named_in', 'territory'] as const

/** What a routing condition may read, with the territories and lists of named accounts of the document. */
export function routingSchema(territories: readonly string[], lists: readonly string[], own: OwnNames): Schema {
  const named = (values: readonly string[]): Schema =>
    values.length === 0 ? text : { kind: 'string', values, optional: true }
  const owner: Schema = { kind: 'object', fields: { is_working: { kind: 'bool' } } }
  const fields = { ...account.fields, is_owned: { kind: 'bool' } satisfies Schema, owner, named_in: named(lists) }
  return {
    kind: 'object',
    fields: { ...leadFieldsOf(own), account: { kind: 'object', fields }, territory: named(territories) },
  }
}

/** What a condition on a fact of one kind may read: the fact under its noun, and who did it. */
export function factSchema(kind: FactKind): Schema {
  return { kind: 'object', fields: { person, account, traits, [nounOf(kind)]: dataSchema(kind) } }
}
