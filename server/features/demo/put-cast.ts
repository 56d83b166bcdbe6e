import { randomUUID } from 'node:crypto'
import { hashPassword } from '../../auth/password.ts'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Queryable } from '../../db/queryable.ts'
import { readHouseSettings, saveHouseSettings } from '../setup/house-settings.ts'
import { storePassword } from '../users/store-password.ts'
import { type Cast, type CastMember, COMPANY } from './cast.ts'

/**
 * Stores the people of the demo with their teams, hours and absences; running it again changes nothing. Without a password
 * nobody can sign in as one of them. A house without a name gets the demo company's.
 */
export async function putCast(ctx: Pick<Context, 'db'>, cast: Cast, password: string | null): Promise<void> {
  const hashed = password === null ? null : await hashPassword(password)
  await inTransaction(ctx.db, async (tx) => {
    const house = await readHouseSettings(tx)
    if (house.company === '')
      await saveHouseSettings(tx, { ...house, company: COMPANY.name, currency: COMPANY.currency })
    const teams = await putTeams(tx, cast)
    for (const member of cast.members) {
      const isNew = await putMember(tx, member, teams.get(member.team) ?? null)
      if (isNew) await putAbsences(tx, member)
      if (hashed !== null && member.isActive) await storePassword(tx, member.id, hashed)
    }
  })
}

async function putTeams(tx: Queryable, cast: Cast): Promise<Map<string, string>> {
  for (const { name, side } of cast.teams) {
    await tx.query('insert into teams (team_id, name, side) values ($1, $2, $3) on conflict (name) do nothing', [
      randomUUID(),
      name,
      side,
    ])
  }
  const { rows } = await tx.query<{ team_id: string; name: string }>(
    'select team_id, name from teams where name = any($1::text[])',
    [cast.teams.map(({ name }) => name)],
  )
  return new Map(rows.map((row) => [row.name, row.team_id]))
}

/** True when the person was not there before. Somebody of that address keeps their id, and the stories are told with it. */
async function putMember(tx: Queryable, member: CastMember, teamId: string | null): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into users (id, name, email, role, team_id, is_active, locale, calendar, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict do nothing`,
    [
      member.id,
      member.name,
      member.email,
      member.role,
      teamId,
      member.isActive,
      member.locale,
      member.hours === null ? null : JSON.stringify(member.hours),
      new Date(member.joinedAt),
    ],
  )
  if (rowCount === 1) return true
  const { rows } = await tx.query<{ id: string }>('select id from users where email = $1', [member.email])
  member.id = rows[0]?.id ?? member.id
  return false
}

async function putAbsences(tx: Queryable, member: CastMember): Promise<void> {
  await tx.query(
    `insert into absences (absence_id, user_id, starts_at, ends_at, note)
     select gen_random_uuid(), $1, starts_at, ends_at, note
       from unnest($2::timestamptz[], $3::timestamptz[], $4::text[]) as a(starts_at, ends_at, note)`,
    [
      member.id,
      member.away.map(({ from }) => new Date(from)),
      member.away.map(({ to }) => new Date(to)),
      member.away.map(({ note }) => note),
    ],
  )
}
