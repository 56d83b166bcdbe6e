import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'

type Owner = { id: string; name: string }

async function findColleague(ctx: Context, userId: string): Promise<Owner> {
  const { rows } = await ctx.db.query<Owner & { is_active: boolean }>(
    'select id, name, is_active from users where id = $1',
    [userId],
  )
  const [user] = rows
  if (user === undefined)
    throw new Problem('bad-request', 'There is no such person among the colleagues.', {
      mend: 'Choose one of the list of people.',
      errors: [{ where: 'body.ownerId', what: 'names nobody' }],
    })
  if (!user.is_active)
    throw new Problem('refused', `${user.name} does not work here any more.`, {
      mend: 'Choose somebody who is active.',
      errors: [{ where: 'body.ownerId', what: 'names somebody who is not active' }],
    })
  return { id: user.id, name: user.name }
}

/** Says who owns a company from now on. It decides who takes its next leads; those that have an owner keep theirs. */
export async function changeAccount(
  ctx: Context,
  input: { accountId: string; ownerId: string | null },
): Promise<{ owner: Owner | null }> {
  const owner = input.ownerId === null ? null : await findColleague(ctx, input.ownerId)
  const { rowCount } = await ctx.db.query('update accounts set owner = $2, updated_at = now() where account_id = $1', [
    input.accountId,
    input.ownerId,
  ])
  if (rowCount === 0) throw noSuchAccount()
  return { owner }
}

export function noSuchAccount(): Problem {
  return new Problem('not-found', 'There is no such company.', { mend: 'Search for it by name.' })
}
