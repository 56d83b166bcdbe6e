import type { Context } from '../../context.ts'
import type { PrivacyAct } from './log-privacy.ts'

export type LogEntry = {
  id: string
  at: string
  what: PrivacyAct
  who: string | null
  personId: string | null
  data: Record<string, unknown>
}

/** The latest hundred things done with personal data. */
export async function listLog(ctx: Context): Promise<{ entries: LogEntry[] }> {
  const { rows } = await ctx.db.query<{
    entry_id: string
    at: Date
    what: PrivacyAct
    who: string | null
    person_id: string | null
    data: Record<string, unknown>
  }>(
    'select l.entry_id, l.at, l.what, u.name as who, l.person_id, l.data from privacy_log l left join users u on u.id = l.who order by l.at desc, l.entry_id desc limit 100',
  )
  return {
    entries: rows.map((row) => ({
      id: row.entry_id,
      at: row.at.toISOString(),
      what: row.what,
      who: row.who,
      personId: row.person_id,
      data: row.data,
    })),
  }
}
