import type { Context } from '../../context.ts'
import { approveMessage } from '../messages/approve-message.ts'
import { saveMessageHouse } from '../messages/save-message-house.ts'
import { createMessage } from '../messages/write-message.ts'
import type { Cast } from './cast.ts'
import { DEMO_PILLARS, messagesOfDemo, ROOF } from './messages-of-demo.ts'
import { DEMO_TOPICS } from './needs-of-demo.ts'

/** Stores the catalogue of needs and the message house of the demo; a house that stands already is left as it is. */
export async function putMessages(ctx: Context, cast: Cast, endsAt: number): Promise<void> {
  for (const { topic, en, fr, pages, phrases, lostReasons } of DEMO_TOPICS)
    await ctx.db.query(
      `insert into need_topics (topic, names, pages, phrases, lost_reasons, updated_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [topic, JSON.stringify({ en, fr }), pages, JSON.stringify(phrases), lostReasons, new Date(endsAt)],
    )
  const { rows } = await ctx.db.query('select 1 from message_pillars limit 1')
  if (rows.length > 0) return
  const [writer] = cast.marketers
  const boss = cast.members.find((one) => one.role === 'manager' && one.side === 'marketing') ?? writer
  await saveMessageHouse(ctx, { roof: ROOF, pillars: DEMO_PILLARS })
  for (const { id, content, isApproved } of messagesOfDemo(endsAt)) {
    await createMessage(ctx, writer?.id ?? null, { ...content, ownerId: writer?.id ?? null }, id)
    if (isApproved) await approveMessage(ctx, boss?.id ?? null, { id, version: 1 })
  }
}
