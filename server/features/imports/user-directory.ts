import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import type { UserDirectory } from './profiles/profile.ts'

/**
 * The company's people as files name them. With `importId`, people nobody knows by that id are made: sellers of the
 * sales team, for history only, so they are not active and no lead is routed to them. Without, nothing is written.
 */
export async function openUserDirectory(
  ctx: Pick<Context, 'db' | 'now'>,
  importId: string | null,
): Promise<UserDirectory> {
  const { rows } = await ctx.db.query<{ id: string; name: string; email: string | null; external_id: string | null }>(
    'select id, name, email, external_id from users order by is_active desc, created_at, id',
  )
  const byExternalId = new Map<string, string>()
  const byText = new Map<string, string>()
  for (const user of rows) {
    if (user.external_id !== null) byExternalId.set(user.external_id, user.id)
    for (const text of [user.email, user.name, user.external_id]) {
      const key = text?.trim().toLowerCase()
      if (key !== undefined && key !== '' && !byText.has(key)) byText.set(key, user.id)
    }
  }
  return {
    find: async (text) => byText.get(text.trim().toLowerCase()) ?? null,
    byExternalId: async (externalId, name) => {
      const known = byExternalId.get(externalId)
      if (known !== undefined || importId === null) return known ?? null
      const id = await makeUser(ctx, { externalId, name, importId })
      byExternalId.set(externalId, id)
      return id
    },
  }
}

async function makeUser(
  ctx: Pick<Context, 'db' | 'now'>,
  user: { externalId: string; name: string; importId: string },
): Promise<string> {
  const { rows } = await ctx.db.query<{ id: string }>(
    `insert into users (id, name, role, team_id, is_active, external_id, import_id) values ($1, $2, 'seller', $3, false, $4, $5)
     on conflict (external_id) do update set external_id = excluded.external_id returning id`,
    [newId(ctx.now()), user.name, await salesTeam(ctx), user.externalId, user.importId],
  )
  return rows[0]?.id ?? ''
}

async function salesTeam(ctx: Pick<Context, 'db' | 'now'>): Promise<string | null> {
  const find = async () => {
    const { rows } = await ctx.db.query<{ team_id: string }>(
      `select team_id from teams where side = 'sales' order by created_at, team_id limit 1`,
    )
    return rows[0]?.team_id ?? null
  }
  const known = await find()
  if (known !== null) return known
  await ctx.db.query(`insert into teams (team_id, name, side) values ($1, 'Sales', 'sales') on conflict do nothing`, [
    newId(ctx.now()),
  ])
  return find()
}
