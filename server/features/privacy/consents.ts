import type { Queryable } from '../../db/queryable.ts'
import { prepared } from '../../db/together.ts'
import { type Covers, listPurposes } from './purposes.ts'

export type Told = {
  factId: string
  isGiven: boolean
  at: string
  source: string
  by: string | null
  proof: string | null
  form: string | null
  version: number | null
  language: string | null
}
export type Consent = {
  purpose: string
  name: string
  covers: Covers
  state: 'given' | 'withdrawn' | 'not asked'
  history: Told[]
}
export type Warning = { personId: string; purpose: string; name: string; covers: Covers; since: string }

type Row = {
  person_id: string
  fact_id: string
  kind: string
  occurred_at: Date
  source: string
  by: string | null
  purpose: string | null
  proof: string | null
  form: string | null
  version: number | null
  language: string | null
}

async function rowsOf(db: Queryable, personIds: readonly string[]): Promise<Row[]> {
  const { rows } = await db.query<Row>({
    ...prepared(db, 'consents'),
    text: `select f.person_id, f.fact_id, f.kind, f.occurred_at, f.source, u.name as by, f.data->>'purpose' as purpose, f.data->>'proof' as proof,
       f.data->>'form' as form, (f.data->>'version')::int as version, f.data->>'language' as language
     from facts f left join users u on u.id = f.actor
     where f.person_id = any($1::uuid[]) and f.kind in ('consent.given', 'consent.withdrawn')
       and not exists (select 1 from facts r where r.person_id = f.person_id and r.kind = 'fact.retracted' and r.data->>'fact' = f.fact_id::text)
     order by f.occurred_at desc, f.recorded_at desc, f.fact_id desc`,
    values: [personIds],
  })
  return rows
}

/** What somebody agreed to and took back, purpose by purpose, the latest first. */
export async function consentsOf(db: Queryable, personId: string): Promise<Consent[]> {
  const [purposes, rows] = await Promise.all([listPurposes(db), rowsOf(db, [personId])])
  const told = new Map<string, Told[]>()
  for (const row of rows) {
    const entry = {
      factId: row.fact_id,
      isGiven: row.kind === 'consent.given',
      at: row.occurred_at.toISOString(),
      source: row.source,
      by: row.by,
      proof: row.proof,
      form: row.form,
      version: row.version,
      language: row.language,
    }
    const purpose = row.purpose ?? ''
    told.set(purpose, [...(told.get(purpose) ?? []), entry])
  }
  const named = purposes
    .filter((each) => each.isActive || told.has(each.purpose))
    .map(({ purpose, name, covers }) => ({ purpose, name, covers }))
  const others = [...told.keys()]
    .filter((purpose) => !purposes.some((each) => each.purpose === purpose))
    .map((purpose) => ({ purpose, name: purpose, covers: 'nothing' as const }))
  return [...named, ...others].map((each) => {
    const history = told.get(each.purpose) ?? []
    const last = history[0]
    return {
      ...each,
      state: last === undefined ? ('not asked' as const) : last.isGiven ? ('given' as const) : ('withdrawn' as const),
      history,
    }
  })
}

/** Who said that they do not want to be called, written to or messaged any more. */
export async function warningsOf(db: Queryable, personIds: readonly string[]): Promise<Warning[]> {
  if (personIds.length === 0) return []
  const rows = await rowsOf(db, personIds)
  if (rows.length === 0) return []
  const purposes = new Map((await listPurposes(db)).map((each) => [each.purpose, each]))
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const key = `${row.person_id} ${row.purpose}`
    if (seen.has(key)) return []
    seen.add(key)
    const purpose = purposes.get(row.purpose ?? '')
    if (row.kind === 'consent.given' || purpose === undefined || purpose.covers === 'nothing') return []
    return [
      {
        personId: row.person_id,
        purpose: purpose.purpose,
        name: purpose.name,
        covers: purpose.covers,
        since: row.occurred_at.toISOString(),
      },
    ]
  })
}

const BY: Readonly<Record<string, Covers>> = {
  'call.made': 'phone',
  'email.sent': 'e-mail',
  'message.sent': 'message',
  'letter.sent': 'letter',
}

/** The warnings for what was just done: a call to somebody who does not want calls. */
export async function warnedOf(db: Queryable, done: readonly { kind: string; personId: string }[]): Promise<Warning[]> {
  const reached = done.filter((each) => BY[each.kind] !== undefined)
  const warnings = await warningsOf(
    db,
    reached.map((each) => each.personId),
  )
  return warnings.filter((warning) =>
    reached.some((each) => each.personId === warning.personId && BY[each.kind] === warning.covers),
  )
}
