import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'
import { packCursor, unpackCursor } from '../../http/cursor.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { ownAddress } from './connect-mailbox.ts'
import type { listUnknownSenders as promise } from './threads-contract.ts'

type Page = z.input<NonNullable<(typeof promise)['response']>>

/** Who wrote to the caller, or was written to, and is nobody the house knows. Programs and lists are no people. */
export async function listUnknownSenders(
  db: Queryable,
  caller: Pick<Caller, 'id'>,
  asked: { after?: string | undefined; limit: number },
): Promise<Page> {
  const after = unpackCursor(asked.after, 2)
  const { rows } = await db.query<{
    address: string
    name: string
    mails: number
    last_at: Date
    mark: string
    last_subject: string
    is_one_way: boolean
    message_id: string
  }>(
    `select * from (
       select p.address, (array_agg(p.name order by m.sent_at desc) filter (where p.name <> ''))[1] as name, count(*)::int as mails, max(m.sent_at) as last_at,
         max(m.sent_at)::text as mark, (array_agg(m.subject order by m.sent_at desc))[1] as last_subject, bool_and(m.direction = 'in') as is_one_way,
         (array_agg(m.message_id order by m.sent_at desc))[1] as message_id
       from mail_messages m join mail_parties p using (message_id)
       where m.kind = 'human' and ((m.direction = 'in' and p.role = 'from') or (m.direction = 'out' and p.role = 'to' and m.recipients <= 10))
         and exists (select 1 from mail_seen s join mail_folders f using (folder_id) join mailboxes b using (mailbox_id) where s.message_id = m.message_id and b.user_id = $1)
         and not exists (select 1 from identities i where i.kind = 'email' and i.value in (p.address, p.base))
         and not exists (select 1 from mail_ignored g where g.user_id = $1 and g.value in (p.address, '@' || split_part(p.address, '@', 2)))
       group by p.address
     ) u where ($2::timestamptz is null or (u.last_at, u.address) < ($2::timestamptz, $3::text)) order by u.last_at desc, u.address desc limit $4`,
    [caller.id, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1],
  )
  const ignored = await db.query<{ value: string }>(
    'select value from mail_ignored where user_id = $1 order by created_at desc limit 500',
    [caller.id],
  )
  const page = rows.slice(0, asked.limit)
  const end = page.at(-1)
  return {
    senders: page.map((row) => ({
      address: row.address,
      name: row.name ?? '',
      mails: row.mails,
      lastAt: row.last_at.toISOString(),
      lastSubject: row.last_subject,
      isOneWay: row.is_one_way,
      messageId: row.message_id,
    })),
    next: rows.length > asked.limit && end !== undefined ? packCursor([end.mark, end.address]) : null,
    ignored: ignored.rows.map((row) => row.value),
  }
}

/** Makes somebody known by an address. Their mail is fetched within seconds, and told in their story. */
export async function meetSender(
  ctx: Context,
  caller: Pick<Caller, 'id'>,
  input: { address: string; name: string },
): Promise<string> {
  const address = ownAddress(input.address)
  const nowMs = ctx.now()
  const [recorded] = await recordFacts(ctx, [
    {
      kind: 'person.identified',
      at: nowMs,
      messageId: `met by mail:${address}`.slice(0, 200),
      source: 'app',
      actor: caller.id,
      isHistory: false,
      who: { email: address },
      touch: null,
      data: { person: { email: address.slice(0, 200), ...(input.name === '' ? {} : { name: input.name }) } },
    },
  ])
  if (recorded === undefined) throw new Error('nobody was recorded')
  await ctx.db.query(`update mailboxes set status = 'new', next_try_at = $2 where user_id = $1 and not is_paused`, [
    caller.id,
    new Date(nowMs),
  ])
  return recorded.personId
}

const IGNORED = /^(?:[^\s@]+)?@[^\s@]+\.[^\s@]+$/

export async function ignoreSender(ctx: Context, caller: Pick<Caller, 'id'>, input: { value: string }): Promise<void> {
  const value = input.value.trim().toLowerCase()
  if (!IGNORED.test(value))
    throw new Problem('bad-request', 'This is neither an address nor @ and a domain.', {
      mend: 'Write ana@company.example, or @company.example for all of them.',
      errors: [{ where: 'body.value', what: 'is neither an address nor a domain' }],
    })
  await ctx.db.query(
    'insert into mail_ignored (user_id, value, created_at) values ($1, $2, $3) on conflict do nothing',
    [caller.id, value, new Date(ctx.now())],
  )
}

export async function heedSender(ctx: Context, caller: Pick<Caller, 'id'>, value: string): Promise<void> {
  await ctx.db.query('delete from mail_ignored where user_id = $1 and value = $2', [
    caller.id,
    value.trim().toLowerCase(),
  ])
}
