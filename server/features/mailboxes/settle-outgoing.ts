import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import type { outgoingView } from './shapes.ts'

export type OutgoingView = z.input<typeof outgoingView>
type View = OutgoingView

type Row = {
  outgoing_id: string
  mailbox_id: string
  person_id: string | null
  person_name: string | null
  recipients: { address: string }[]
  subject: string
  status: View['status']
  error: string | null
  mend: string | null
  send_at: Date
  sent_at: Date | null
  tracks_opens: boolean
  tracks_clicks: boolean
}

function viewOf(row: Row): View {
  return {
    id: row.outgoing_id,
    mailboxId: row.mailbox_id,
    person: row.person_id === null || row.person_name === null ? null : { id: row.person_id, name: row.person_name },
    to: row.recipients.map((each) => each.address),
    subject: row.subject,
    status: row.status,
    error: row.error,
    mend: row.mend,
    sendAt: row.send_at.toISOString(),
    sentAt: row.status === 'sent' ? (row.sent_at?.toISOString() ?? null) : null,
    canCancel: row.status === 'waiting' || row.status === 'failed',
    tracksOpens: row.tracks_opens,
    tracksClicks: row.tracks_clicks,
  }
}

const SELECT = `select o.outgoing_id, o.mailbox_id, o.person_id, coalesce(nullif(p.name, ''), p.email, '') as person_name, o.recipients, o.subject, o.status,
  o.error, o.mend, o.send_at, o.sent_at, o.tracks_opens, o.tracks_clicks from mail_outgoing o left join people p on p.person_id = o.person_id`

export async function listOutgoing(db: Queryable, caller: Pick<Caller, 'id'>, which: 'open' | 'all'): Promise<View[]> {
  const { rows } = await db.query<Row>(
    `${SELECT} where o.user_id = $1 and ($2 = 'all' or o.status not in ('sent', 'cancelled')) order by o.created_at desc limit 200`,
    [caller.id, which],
  )
  return rows.map(viewOf)
}

function noSuchOutgoing(): Problem {
  return new Problem('not-found', 'There is no such mail of yours.', { mend: 'Look at what went out under Mail.' })
}

export async function getOutgoing(
  ctx: Pick<Context, 'db'>,
  caller: Pick<Caller, 'id'>,
  outgoingId: string,
): Promise<View> {
  const { rows } = await ctx.db.query<Row>(`${SELECT} where o.outgoing_id = $1 and o.user_id = $2`, [
    outgoingId,
    caller.id,
  ])
  const [row] = rows
  if (row === undefined) throw noSuchOutgoing()
  return viewOf(row)
}

/** Takes a mail back that has not left. */
export async function cancelOutgoing(
  ctx: Context,
  caller: Pick<Caller, 'id'>,
  outgoingId: string,
): Promise<{ subject: string; body: string }> {
  const { rows } = await ctx.db.query<{ subject: string; body: string }>(
    `update mail_outgoing set status = 'cancelled' where outgoing_id = $1 and user_id = $2 and status in ('waiting', 'failed') returning subject, body`,
    [outgoingId, caller.id],
  )
  const [row] = rows
  if (row !== undefined) return row
  await getOutgoing(ctx, caller, outgoingId)
  throw new Problem('conflict', 'This mail is on its way already.', { mend: 'It can no longer be taken back.' })
}

type Settled = 'it went out' | 'send again' | 'give up'

/** What a colleague says of a mail nobody knows about. */
export async function settleOutgoing(
  ctx: Context,
  caller: Pick<Caller, 'id'>,
  outgoingId: string,
  what: Settled,
): Promise<View> {
  const status = what === 'it went out' ? 'sent' : what === 'send again' ? 'waiting' : 'cancelled'
  const { rowCount } = await ctx.db.query(
    `update mail_outgoing set status = $3, error = null, mend = null, tries = 0, next_try_at = $4, claimed_until = null,
       sent_at = case when $3 = 'sent' then coalesce(sent_at, $4) else sent_at end, copy = case when $3 = 'sent' then 'server' else copy end
      where outgoing_id = $1 and user_id = $2 and status in ('unsure', 'failed')`,
    [outgoingId, caller.id, status, new Date(ctx.now())],
  )
  const view = await getOutgoing(ctx, caller, outgoingId)
  if (rowCount !== 1) throw new Problem('conflict', 'Nothing is open about this mail.', { mend: 'Look at it again.' })
  return view
}
