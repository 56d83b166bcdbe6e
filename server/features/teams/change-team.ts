import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { isTaken } from '../../db/is-taken.ts'
import { noSuchTeam, refuseWhenNamed, teamNameTaken } from './policy.ts'

export async function changeTeam(ctx: Context, input: { teamId: string; name: string }): Promise<void> {
  const name = input.name.trim()
  try {
    await inTransaction(ctx.db, async (tx) => {
      const { rows } = await tx.query<{ name: string }>('select name from teams where team_id = $1 for update', [
        input.teamId,
      ])
      const present = rows[0]
      if (present === undefined) throw noSuchTeam()
      if (present.name === name) return
      refuseWhenNamed(ctx.agreements.at(ctx.now()), present.name)
      await tx.query('update teams set name = $2 where team_id = $1', [input.teamId, name])
    })
  } catch (error) {
    throw isTaken(error) ? teamNameTaken(name) : error
  }
}
