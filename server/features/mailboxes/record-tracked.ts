import { isbot } from 'isbot'
import type { Context } from '../../context.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { readTrackingToken } from './tracking-token.ts'

/** Scanners of mail servers open everything within seconds of its sending: nobody has read it yet. */
const SCANNED_MS = 5_000

type Row = { person_id: string | null; subject: string; links: string[]; sent_at: Date | null }

/** Records the first opening, or the first click on each link, of a mail that is followed. Returns where a link leads; null for none. */
export async function recordTracked(ctx: Context, token: string, agent: string | undefined): Promise<string | null> {
  const read = readTrackingToken(ctx.secret, token)
  if (read === null) return null
  const { outgoingId, place } = read
  const isOpening = place === -1
  const { rows } = await ctx.db.query<Row>(
    `select person_id, subject, links, sent_at from mail_outgoing where outgoing_id = $1 and case when $2 then tracks_opens else tracks_clicks end`,
    [outgoingId, isOpening],
  )
  const [row] = rows
  if (row === undefined) return null
  const url = isOpening ? null : (row.links[place] ?? null)
  const isScanned = row.sent_at === null || ctx.now() - row.sent_at.getTime() < SCANNED_MS
  if (row.person_id === null || isScanned || agent === undefined || isbot(agent)) return url
  try {
    await recordFacts(
      ctx,
      [
        {
          kind: isOpening ? 'email.opened' : 'email.clicked',
          at: ctx.now(),
          messageId: `tracked:${outgoingId}:${place}`,
          source: 'mail',
          actor: null,
          isHistory: false,
          who: { personId: row.person_id },
          touch: null,
          data: { name: row.subject.slice(0, 200), ...(url === null ? {} : { url: url.slice(0, 2_000) }) },
        },
      ],
      { onRefused: 'report' },
    )
  } catch (error) {
    ctx.log.warn({ err: error }, 'the opening of a mail was not recorded')
  }
  return url
}
