import type { Queryable } from '../../db/queryable.ts'
import type { Answers, ConsentBox, HostedForm } from './field.ts'
import type { Language } from './phrases.ts'

/** A purpose as it stands on the form: the version in use and its words in the reader's language. */
export type AskedConsent = { purpose: string; isRequired: boolean; version: number; wording: string }
/** What somebody agreed to: the words they saw. */
export type GivenConsent = { purpose: string; version: number; wording: string }

const YES = /^(yes|true|on|oui)$/i

export function boxOf({ purpose }: { purpose: string }): ConsentBox {
  return `consent:${purpose}`
}

/** What the form asks people to agree to, in its order. A purpose that is not in use any more is not asked. */
export async function askedConsents(db: Queryable, form: HostedForm, language: Language): Promise<AskedConsent[]> {
  if (form.consents.length === 0) return []
  const { rows } = await db.query<{ purpose: string; version: number; wording: string }>(
    `select p.purpose, w.version, case when $2 = 'fr' then coalesce(w.wording_fr, w.wording) else w.wording end as wording
     from consent_purposes p join consent_wordings w on w.purpose = p.purpose and w.version = p.version
     where p.purpose = any($1) and p.is_active`,
    [form.consents.map((each) => each.purpose), language],
  )
  const found = new Map(rows.map((row) => [row.purpose, row]))
  return form.consents.flatMap(({ purpose, isRequired }) => {
    const row = found.get(purpose)
    return row === undefined ? [] : [{ ...row, isRequired }]
  })
}

/**
 * Which of the boxes were ticked, with the words that stood beside them: also when others came into use while somebody wrote.
 * A version that never was is no consent. Programs that post a plain yes saw the words in use.
 */
export async function givenConsents(
  db: Queryable,
  asked: readonly AskedConsent[],
  answers: Answers,
  language: Language,
): Promise<GivenConsent[]> {
  const ticked = asked.flatMap((one) => {
    const value = answers[boxOf(one)] ?? ''
    const version = value === String(one.version) || !YES.test(value) ? value : String(one.version)
    return /^\d{1,9}$/.test(version) ? [{ purpose: one.purpose, version: Number(version) }] : []
  })
  if (ticked.length === 0) return []
  const { rows } = await db.query<GivenConsent>(
    `select w.purpose, w.version, case when $3 = 'fr' then coalesce(w.wording_fr, w.wording) else w.wording end as wording
     from unnest($1::text[], $2::int[]) with ordinality as t(purpose, version, place) join consent_wordings w using (purpose, version) order by t.place`,
    [ticked.map((each) => each.purpose), ticked.map((each) => each.version), language],
  )
  return rows
}
