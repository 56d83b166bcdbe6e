import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Problem } from '../../http/problem.ts'
import { secretSince } from './secret.ts'
import type { changeCallSettings, getCallSettings } from './sessions-contract.ts'
import { readCallSettings, saveCallSettings } from './settings.ts'

type Body = z.output<NonNullable<(typeof changeCallSettings)['body']>>
type View = z.input<NonNullable<(typeof getCallSettings)['response']>>

export async function viewSettings(ctx: Context): Promise<View> {
  const [settings, since, extensions] = await Promise.all([
    readCallSettings(ctx.db),
    secretSince(ctx.db),
    ctx.db.query<{ user_id: string; extension: string }>(
      'select user_id, extension from call_extensions order by extension',
    ),
  ])
  const { country, hours, byCountry } = settings
  return {
    country,
    hours: { ...hours, days: [...hours.days] },
    byCountry: Object.fromEntries(
      Object.entries(byCountry).map(([code, each]) => [code, { ...each, days: [...each.days] }]),
    ),
    extensions: extensions.rows.map((row) => ({ userId: row.user_id, extension: row.extension })),
    hasSecret: since !== null,
    secretSince: since,
    incomingUrl: `${ctx.publicUrl}/api/calls/incoming`,
  }
}

/** Changes when people may be called and whose extension is whose. */
export async function changeSettings(ctx: Context, body: Body): Promise<void> {
  const twice = body.extensions.find(
    (one, index) => body.extensions.findIndex((each) => each.extension === one.extension) < index,
  )
  if (twice !== undefined)
    throw new Problem('refused', `Two people have the extension ${twice.extension}.`, {
      mend: 'Give each person their own.',
      errors: [{ where: 'body.extensions', what: `${twice.extension} stands twice` }],
    })
  await inTransaction(ctx.db, async (tx) => {
    await saveCallSettings(tx, body)
    await tx.query('delete from call_extensions')
    await tx.query(
      'insert into call_extensions (user_id, extension) select k.user_id, k.extension from unnest($1::uuid[], $2::text[]) as k(user_id, extension) join users u on u.id = k.user_id',
      [body.extensions.map((each) => each.userId), body.extensions.map((each) => each.extension)],
    )
  })
}
