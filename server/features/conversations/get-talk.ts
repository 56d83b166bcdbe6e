import { rateOf } from '@ensemble/engine/funnel/rate.ts'
import { meanInterval } from '@ensemble/engine/stats/mean-interval.ts'
import { medianAndQuartiles } from '@ensemble/engine/stats/median-and-quartiles.ts'
import type { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import type { getTalk as promise } from './contract.ts'
import { targetOf } from './get-conversation.ts'
import type { TalkFigures } from './measure.ts'
import { readDialogue } from './read-dialogue.ts'
import type { CALL_KINDS } from './shapes.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>
type Period = { from: string; to: string; zone: string; callKind: (typeof CALL_KINDS)[number] | undefined }
type CallRow = {
  seller: string | null
  name: string | null
  call_kind: (typeof CALL_KINDS)[number]
  figures: TalkFigures
}

const median = (values: readonly number[]): number | null => medianAndQuartiles(values)?.median ?? null
const some = <T>(values: readonly (T | null | undefined)[]): T[] =>
  values.flatMap((value) => (value === null || value === undefined ? [] : [value]))

function ofSeller(calls: readonly CallRow[]): View['sellers'][number] {
  const [first] = calls
  const shares = some(calls.map(({ figures }) => figures.prospectShare))
  const inTarget = calls.filter(({ figures, call_kind }) => {
    const { from, to } = targetOf(call_kind)
    return figures.prospectShare !== null && figures.prospectShare >= from && figures.prospectShare <= to
  })
  return {
    seller: first?.seller == null ? null : { id: first.seller, name: first.name ?? '' },
    prospectShare: meanInterval(shares),
    longestTurnMs: median(some(calls.map(({ figures }) => figures.rep.longestTurn?.spanMs))),
    questionsPerHour: median(some(calls.map(({ figures }) => figures.questionsPerHour))),
    patienceMs: median(some(calls.map(({ figures }) => figures.patienceMs?.median))),
    inTarget: rateOf(inTarget.length, shares.length),
  }
}

const DEFINITION =
  'The prospect’s share of all speech, silence left out, measured in each call and averaged over calls (never pooled), with a 95 % interval by Student’s t. The target depends on the kind of call; the founding article asks 70 %, the best average measured over 25,537 sales calls was 57 %. Dialogue is counted in words: the prospect’s over both sides’.'

/** How two-way the company speaks in a period of days, half-open. */
export async function getTalk(db: Queryable, { from, to, zone, callKind }: Period): Promise<View> {
  const params = [from, to, zone, callKind ?? null]
  const calls = await db.query<CallRow>(
    `select c.seller, u.name, c.call_kind, c.figures from conversations c left join users u on u.id = c.seller
      where c.kind = 'call' and c.held_at >= $1::date::timestamp at time zone $3 and c.held_at < $2::date::timestamp at time zone $3
        and ($4::text is null or c.call_kind = $4)
      order by u.name nulls last, c.held_at`,
    params,
  )
  const heard = await db.query<View['heard'][number]>(
    `select m.kind, m.name, count(distinct m.conversation_id)::int as conversations,
            count(distinct m.conversation_id) filter (where m.side = 'prospect')::int as "byProspect", count(*)::int as times
       from mentions m join conversations c using (person_id, conversation_id)
      where c.held_at >= $1::date::timestamp at time zone $3 and c.held_at < $2::date::timestamp at time zone $3
        and ($4::text is null or c.call_kind = $4)
      group by m.kind, m.name order by conversations desc, m.name limit 200`,
    params,
  )
  const bySeller = [...Map.groupBy(calls.rows, ({ seller }) => seller).values()]
  return {
    from,
    to,
    target: targetOf(callKind ?? 'other'),
    all: meanInterval(some(calls.rows.map(({ figures }) => figures.prospectShare))),
    sellers: bySeller.map(ofSeller),
    dialogue: await readDialogue(db, { from, to, zone }),
    heard: heard.rows,
    definition: DEFINITION,
  }
}
