import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Problem } from '../../http/problem.ts'
import { noSuchTeam, refuseWhenNamed } from './policy.ts'

export async function removeTeam(ctx: Context, input: { teamId: string }): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const { rows } = await tx.query<{ name: string }>('select name from teams where team_id = $1 for update', [
      input.teamId,
    ])
    const team = rows[0]
    if (team === undefined) throw noSuchTeam()
    const { rows: people } = await tx.query<{ name: string }>(
      'select name from users where team_id = $1 order by name limit 5',
      [input.teamId],
    )
    if (people.length > 0) {
      throw new Problem('refused', `There are people in "${team.name}".`, {
        mend: `Move them to another team first: ${people.map((person) => person.name).join(', ')}.`,
      })
    }
    refuseWhenNamed(ctx.agreements.at(ctx.now()), team.name)
    await tx.query('delete from teams where team_id = $1', [input.teamId])
  })
}
