import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Queryable } from '../../db/queryable.ts'
import { logPrivacy } from './log-privacy.ts'

export type Basis = 'consent' | 'legitimate interest' | 'contract' | 'legal duty'
export type Covers = 'e-mail' | 'phone' | 'letter' | 'message' | 'nothing'
export type Purpose = {
  purpose: string
  name: string
  nameFr: string | null
  basis: Basis
  covers: Covers
  version: number
  wording: string
  wordingFr: string | null
  isActive: boolean
}

/** The purposes of the house with the wording in use. */
export async function listPurposes(db: Queryable): Promise<Purpose[]> {
  const { rows } = await db.query<{
    purpose: string
    name: string
    name_fr: string | null
    basis: Basis
    covers: Covers
    version: number
    wording: string | null
    wording_fr: string | null
    is_active: boolean
  }>(
    `select p.purpose, p.name, p.name_fr, p.basis, p.covers, p.version, w.wording, w.wording_fr, p.is_active
     from consent_purposes p left join consent_wordings w on w.purpose = p.purpose and w.version = p.version order by p.is_active desc, p.name`,
  )
  return rows.map(({ is_active, name_fr, wording, wording_fr, ...row }) => ({
    ...row,
    nameFr: name_fr,
    wording: wording ?? '',
    wordingFr: wording_fr,
    isActive: is_active,
  }))
}

/** Makes or changes a purpose. Another wording is another version; what people agreed to before is kept word for word. */
export async function savePurpose(ctx: Context, by: string, given: Omit<Purpose, 'version'>): Promise<Purpose> {
  const input = { ...given, nameFr: given.nameFr?.trim() || null, wordingFr: given.wordingFr?.trim() || null }
  const nowMs = ctx.now()
  const now = new Date(nowMs)
  return inTransaction(ctx.db, async (tx) => {
    const { rows } = await tx.query<{ version: number }>(
      `insert into consent_purposes (purpose, name, name_fr, basis, covers, version, is_active, updated_by, updated_at) values ($1, $2, $8, $3, $4, 0, $5, $6, $7)
       on conflict (purpose) do update set name = excluded.name, name_fr = excluded.name_fr, basis = excluded.basis, covers = excluded.covers, is_active = excluded.is_active,
         updated_by = excluded.updated_by, updated_at = excluded.updated_at returning version`,
      [input.purpose, input.name, input.basis, input.covers, input.isActive, by, now, input.nameFr],
    )
    const before = rows[0]?.version ?? 0
    const said = await tx.query<{ wording: string; wording_fr: string | null }>(
      'select wording, wording_fr from consent_wordings where purpose = $1 and version = $2',
      [input.purpose, before],
    )
    const isSame = said.rows[0]?.wording === input.wording && said.rows[0].wording_fr === input.wordingFr
    const version = isSame ? before : before + 1
    if (!isSame) {
      await tx.query(
        'insert into consent_wordings (purpose, version, wording, wording_fr, created_by, created_at) values ($1, $2, $3, $4, $5, $6)',
        [input.purpose, version, input.wording, input.wordingFr, by, now],
      )
      await tx.query('update consent_purposes set version = $2 where purpose = $1', [input.purpose, version])
    }
    await logPrivacy(tx, { what: 'purpose changed', who: by, data: { purpose: input.purpose, version }, nowMs })
    return { ...input, version }
  })
}
