import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { isTaken } from '../../db/is-taken.ts'
import { Problem } from '../../http/problem.ts'
import { noSuchView } from './no-such-view.ts'

const AT_MOST = 100

type Input = { page: string; name: string; search: string; isShared: boolean }

/** Makes a view of this person, or changes theirs. */
export async function saveView(
  ctx: Pick<Context, 'db'>,
  caller: { id: string },
  viewId: string,
  { page, name, search, isShared }: Input,
): Promise<void> {
  try {
    await inTransaction(ctx.db, async (tx) => {
      const { rows } = await tx.query<{ user_id: string; page: string }>(
        'select user_id, page from views where view_id = $1 for update',
        [viewId],
      )
      const [before] = rows
      if (before !== undefined && before.user_id !== caller.id) throw noSuchView()
      if (before !== undefined && before.page !== page) {
        throw new Problem('refused', 'A view stays on its page.', { mend: 'Save it on the other page as a new view.' })
      }
      if (before === undefined) {
        const { rows: counts } = await tx.query<{ n: number }>(
          'select count(*)::int as n from views where user_id = $1',
          [caller.id],
        )
        if ((counts[0]?.n ?? 0) >= AT_MOST) {
          throw new Problem('refused', `You have ${AT_MOST} views.`, { mend: 'Remove one that you do not use.' })
        }
      }
      await tx.query(
        `insert into views (view_id, user_id, page, name, search, is_shared) values ($1, $2, $3, $4, $5, $6)
         on conflict (view_id) do update set name = excluded.name, search = excluded.search, is_shared = excluded.is_shared`,
        [viewId, caller.id, page, name, search, isShared],
      )
      // Nobody opens a page with what they cannot see any more.
      if (!isShared)
        await tx.query('delete from view_defaults where view_id = $1 and user_id <> $2', [viewId, caller.id])
    })
  } catch (error) {
    if (!isTaken(error)) throw error
    throw new Problem('conflict', `You have a view "${name}" on this page.`, {
      mend: 'Give another name, or change the one that is there.',
      errors: [{ where: 'body.name', what: 'taken' }],
    })
  }
}
