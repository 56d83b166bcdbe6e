import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Pillar } from './queries.ts'

/** Says the message above all and the pillars in their order. A pillar on which something is said stays. */
export async function saveMessageHouse(
  ctx: Context,
  house: { roof: string; pillars: readonly Pillar[] },
): Promise<void> {
  const ids = house.pillars.map((pillar) => pillar.id)
  if (new Set(ids).size !== ids.length)
    throw new Problem('bad-request', 'A pillar is given twice.', {
      mend: 'Give each pillar once, with an id of its own.',
      errors: [{ where: 'body.pillars', what: 'has the same id twice' }],
    })
  await inTransaction(ctx.db, async (tx) => {
    const { rows } = await tx.query<{ name: string }>(
      `select p.name from message_pillars p where p.pillar_id <> all($1::uuid[])
         and exists (select 1 from messages m where m.pillar_id = p.pillar_id and m.archived_at is null) limit 1`,
      [ids],
    )
    const [kept] = rows
    if (kept !== undefined)
      throw new Problem('refused', `"${kept.name}" still has messages.`, {
        mend: 'Move its messages to another pillar, or archive them, first.',
        errors: [{ where: 'body.pillars', what: `leaves out "${kept.name}"` }],
      })
    await tx.query('delete from message_pillars where pillar_id <> all($1::uuid[])', [ids])
    await tx.query(
      `insert into message_pillars (pillar_id, name, position)
       select id, name, place from unnest($1::uuid[], $2::text[]) with ordinality as p(id, name, place)
       on conflict (pillar_id) do update set name = excluded.name, position = excluded.position`,
      [ids, house.pillars.map((pillar) => pillar.name)],
    )
    await tx.query(
      `insert into settings (key, value) values ('message roof', $1)
       on conflict (key) do update set value = excluded.value, updated_at = now()`,
      [JSON.stringify(house.roof)],
    )
  })
}
