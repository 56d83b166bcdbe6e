import type { Call, Segment } from '@ensemble/engine/conversation/transcript.ts'
import type { Context } from '../../context.ts'
import { saveConversation } from '../conversations/save-conversation.ts'
import { type Talk, talksOf } from './conversation-lines.ts'
import { type Dice, makeDice } from './dice.ts'
import { COMPETITORS } from './words.ts'

/** Those with a name of their own. */
const RIVALS = COMPETITORS.filter((name) => name !== 'a spreadsheet')
const MOST = 36
const MS_A_WORD = 380

type Held = {
  person_id: string
  person: string
  country: string | null
  fact_id: string
  occurred_at: Date
  seller: string
  seller_name: string
}

/** What we listen for, and what was said in some of the meetings of the stories. Running it again changes nothing. */
export async function putConversations(ctx: Context): Promise<void> {
  await ctx.db.query(
    `insert into phrase_lists (kind, name, phrases, position)
     select 'competitor', name, array[name], place from unnest($1::text[]) with ordinality as c(name, place) on conflict do nothing`,
    [RIVALS],
  )
  const { rows } = await ctx.db.query<Held>(
    `select f.person_id, p.name as person, p.country, f.fact_id, f.occurred_at, u.id as seller, u.name as seller_name
       from facts f join people p on p.person_id = f.person_id join users u on u.id = f.actor
      where f.kind = 'meeting.held' and f.occurred_at > to_timestamp($1) - interval '80 days' and not p.is_anonymous
      order by f.occurred_at desc, f.fact_id limit $2`,
    [ctx.now() / 1000, MOST],
  )
  for (const held of rows) {
    const dice = makeDice(`conversation ${held.fact_id}`)
    const language = held.country === null || /^(FR|BE|CH|LU|CA)$/.test(held.country) ? 'fr' : 'en'
    const talk = dice.pick(talksOf(language, dice.whole(0, 9), dice.pick(RIVALS)))
    const transcript = spoken(talk, held, dice)
    await saveConversation(ctx, {
      who: { personId: held.person_id },
      transcript,
      speakers: [
        { key: held.seller_name, name: held.seller_name, side: 'rep', userId: held.seller, personId: null },
        { key: held.person, name: held.person, side: 'prospect', userId: null, personId: held.person_id },
      ],
      callKind: talk.kind,
      title: talk.title,
      heldAt: held.occurred_at.getTime(),
      aboutFact: held.fact_id,
      seller: held.seller,
      by: held.seller,
    })
  }
}

/** The lines with the time they take. Some sellers hold forth: their lines take longer. */
function spoken(talk: Talk, held: Held, dice: Dice): Call {
  const holdsForth = makeDice(held.seller).whole(8, 22) / 10
  const segments: Segment[] = []
  let atMs = dice.whole(200, 900)
  for (const { side, text } of talk.lines) {
    const words = text.split(/\s+/).length
    const pace = (side === 'rep' ? holdsForth : 1.6) * (dice.whole(80, 130) / 100)
    const lengthMs = Math.round(words * MS_A_WORD * pace)
    segments.push({
      speakerKey: side === 'rep' ? held.seller_name : held.person,
      startMs: atMs,
      endMs: atMs + lengthMs,
      text,
    })
    atMs += lengthMs + dice.whole(side === 'prospect' ? -200 : 100, 1_600)
  }
  return {
    kind: 'call',
    source: 'webvtt',
    id: held.fact_id,
    durationMs: Math.max(...segments.map(({ endMs }) => endMs)),
    segments: segments.toSorted((a, b) => a.startMs - b.startMs),
    speakers: [held.seller_name, held.person].map((name) => ({ key: name, name, side: null })),
    issues: [],
  }
}
