import { dayMs } from '@ensemble/engine/worktime/time-units.ts'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { saveMyCard } from '../cards/own-card.ts'
import { askIntroduction, changeIntroduction } from '../introductions/ask-introduction.ts'
import type { Cast } from './cast.ts'

/** Who knows whom in the demo, some introductions, and the card of the first seller. Running it again changes nothing. */
export async function putNetwork(ctx: Context, cast: Cast, endsAt: number): Promise<void> {
  const there = await ctx.db.query('select 1 from ties limit 1')
  const [seller] = cast.sellers
  if (there.rows.length > 0 || seller === undefined) return
  const { id, name, role, side, locale } = seller
  const caller: Caller = { id, name, role, side, locale }
  await putTies(ctx, endsAt)
  await putIntroductions(ctx, caller)
  await saveMyCard(ctx, id, {
    slug: 'camille-brissac',
    name,
    title: 'Conseillère commerciale',
    email: seller.email,
    phone: '+33 1 99 00 12 34',
    url: 'https://www.brisevent.example',
  })
}

/** Sellers know whom they met; people of neighbouring companies know each other, by a rule that is the same each time. */
async function putTies(ctx: Context, endsAt: number): Promise<void> {
  const at = new Date(endsAt)
  await ctx.db.query(
    `insert into ties (tie_id, person_id, knower_user, strength, since, source, created_by, created_at, updated_at)
     select gen_random_uuid(), m.person_id, m.host, 1 + get_byte(uuid_send(m.person_id), 15) % 3, m.starts_at::date, 'meeting', m.host, m.starts_at, m.starts_at
       from meetings m where m.status = 'held' and m.person_id is not null order by m.starts_at desc limit 120 on conflict do nothing`,
  )
  await ctx.db.query(
    `with known as (
       select t.person_id, row_number() over (order by t.person_id) as n from ties t group by t.person_id limit 60
     ), wanted as (
       select l.person_id, row_number() over (order by l.opened_at desc) as n from leads l join people p on p.person_id = l.person_id
        where l.outcome = 'open' and p.name <> '' and l.owner is not null and not exists (select 1 from ties t where t.person_id = l.person_id) limit 60
     )
     insert into ties (tie_id, person_id, knower_person, strength, since, source, note, created_by, created_at, updated_at)
     select gen_random_uuid(), w.person_id, k.person_id, 1 + (w.n % 3)::int, ($1::timestamptz - make_interval(days => 200 + (w.n * 37)::int))::date, 'told',
            case w.n % 4 when 0 then 'Worked together before' when 1 then 'Same trade association' else '' end, null, $1, $1
       from wanted w join known k on k.n = w.n where k.person_id <> w.person_id on conflict do nothing`,
    [at],
  )
}

async function putIntroductions(ctx: Context, caller: Caller): Promise<void> {
  const { rows } = await ctx.db.query<{ person_id: string; knower: string }>(
    `select t.person_id, t.knower_person as knower from ties t
       join ties k on k.person_id = t.knower_person and k.knower_user = $1
      where t.knower_person is not null order by t.tie_id limit 5`,
    [caller.id],
  )
  const states = ['made', 'promised', 'asked', 'declined', 'made'] as const
  for (const [index, { person_id, knower }] of rows.entries()) {
    const status = states[index] ?? 'asked'
    const { id } = await askIntroduction(ctx, caller, {
      personId: person_id,
      askedPersonId: knower,
      path: [],
      note: '',
    })
    if (status !== 'asked') await changeIntroduction(ctx, caller, id, { status })
  }
  await ctx.db.query(`update introductions set asked_at = asked_at - make_interval(secs => $1)`, [(3 * dayMs) / 1_000])
}
