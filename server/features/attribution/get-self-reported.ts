import { besideSelfReported } from '@ensemble/engine/attribution/beside-self-reported.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Asked } from './asked-of.ts'
import { channelSaid } from './channel-said.ts'
import type { getSelfReported as promise } from './contract.ts'

const MOST_ANSWERS = 50

/** The first answer of each lead beside the channel of its own touch. Words are read for the channel they name; those that name none are only listed. */
export async function getSelfReported(
  { db }: Pick<Context, 'db'>,
  { from, to, level }: Pick<Asked, 'from' | 'to' | 'level'>,
): Promise<z.input<NonNullable<(typeof promise)['response']>>> {
  const { rows } = await db.query<{ channel: string | null; said: string | null }>(
    `with house as (select coalesce((select value #>> '{}' from settings where key = 'zone'), 'Europe/Paris') as zone)
     select l.channel, heard.said
       from leads l cross join house h
       left join lateral (
         select coalesce(data -> 'fields' ->> 'heardFrom', data -> 'traits' ->> 'heardFrom') as said from facts f
          where f.person_id = l.person_id and kind in ('form.submitted', 'person.identified')
            and coalesce(data -> 'fields' ->> 'heardFrom', data -> 'traits' ->> 'heardFrom') <> ''
          order by occurred_at limit 1) heard on true
      where case $3 when 'lead' then l.opened_at when 'opportunity' then l.opportunity_at else l.won_at end is not null
        and ($1::date is null or case $3 when 'lead' then l.opened_at when 'opportunity' then l.opportunity_at else l.won_at end >= $1::date::timestamp at time zone h.zone)
        and ($2::date is null or case $3 when 'lead' then l.opened_at when 'opportunity' then l.opportunity_at else l.won_at end < $2::date::timestamp at time zone h.zone)`,
    [from ?? null, to ?? null, level],
  )
  const answered = rows.flatMap(({ channel, said }) =>
    said === null ? [] : [{ tracked: channel, said: said.trim(), selfReported: channelSaid(said) }],
  )
  const { both, agreeing, agreement, labels } = besideSelfReported(answered)
  const counts = Map.groupBy(answered, ({ said }) => said.toLowerCase())
  return {
    leads: rows.length,
    answered: answered.length,
    comparable: both,
    agreeing,
    agreement,
    labels: labels.map(({ label, tracked, selfReported, onlySelfReported, onlyTracked }) => ({
      label,
      tracked,
      selfReported,
      onlySelfReported,
      onlyTracked,
    })),
    answers: [...counts.values()]
      .flatMap((same) =>
        same[0] === undefined ? [] : [{ said: same[0].said, channel: same[0].selfReported, leads: same.length }],
      )
      .sort((a, b) => b.leads - a.leads || (a.said < b.said ? -1 : 1))
      .slice(0, MOST_ANSWERS),
  }
}
