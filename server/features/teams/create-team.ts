import { randomUUID } from 'node:crypto'
import type { Context } from '../../context.ts'
import { isTaken } from '../../db/is-taken.ts'
import { teamNameTaken } from './policy.ts'

export async function createTeam(
  ctx: Context,
  input: { name: string; side: 'marketing' | 'sales' },
): Promise<{ id: string }> {
  const id = randomUUID()
  const name = input.name.trim()
  try {
    await ctx.db.query('insert into teams (team_id, name, side) values ($1, $2, $3)', [id, name, input.side])
  } catch (error) {
    throw isTaken(error) ? teamNameTaken(name) : error
  }
  return { id }
}
