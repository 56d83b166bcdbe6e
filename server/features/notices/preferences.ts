import { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import { DEFAULT_WAYS, NOTICE_KINDS, type NoticeKind, WAYS, type Way } from './kinds.ts'

export type Preferences = {
  ways: { [K in NoticeKind]: Way }
  /** A mail in the morning of a working day: what runs out today, and what was to come in the morning. */
  hasSummary: boolean
  /** Mails wait for working time. */
  isQuiet: boolean
}

const stored = z.partialRecord(z.enum(NOTICE_KINDS), z.enum(WAYS))

export async function readPreferences(db: Queryable, userId: string): Promise<Preferences> {
  const { rows } = await db.query<{ kinds: unknown; has_summary: boolean; is_quiet: boolean }>(
    'select kinds, has_summary, is_quiet from notice_preferences where user_id = $1',
    [userId],
  )
  const [row] = rows
  const chosen = stored.safeParse(row?.kinds ?? {})
  return {
    ways: { ...DEFAULT_WAYS, ...(chosen.success ? chosen.data : {}) },
    hasSummary: row?.has_summary ?? true,
    isQuiet: row?.is_quiet ?? true,
  }
}

/** Keeps only what differs from the usual, so that a better usual reaches everybody who did not choose. */
export async function savePreferences(db: Queryable, userId: string, chosen: Preferences): Promise<void> {
  const kinds = Object.fromEntries(
    NOTICE_KINDS.filter((kind) => chosen.ways[kind] !== DEFAULT_WAYS[kind]).map((kind) => [kind, chosen.ways[kind]]),
  )
  await db.query(
    `insert into notice_preferences (user_id, kinds, has_summary, is_quiet) values ($1, $2, $3, $4)
     on conflict (user_id) do update set kinds = excluded.kinds, has_summary = excluded.has_summary, is_quiet = excluded.is_quiet, updated_at = now()`,
    [userId, JSON.stringify(kinds), chosen.hasSummary, chosen.isQuiet],
  )
}
