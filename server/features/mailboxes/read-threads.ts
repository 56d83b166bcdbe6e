import type { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import { packCursor, unpackCursor } from '../../http/cursor.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { cleanHtml } from './clean-html.ts'
import type { attachment, mailMessage, mailThread } from './shapes.ts'
import { textOfHtml } from './text-of-html.ts'
import type { listMailThreads as promise, wholeThread } from './threads-contract.ts'
import { unquotedText } from './unquoted-text.ts'

type Message = z.input<typeof mailMessage>
type Thread = z.input<typeof mailThread>
type Page = z.input<NonNullable<(typeof promise)['response']>>

const MOST_MESSAGES = 200

/** A mail with somebody the house knows is the house's; any other is only of those in whose mailbox it lies. $1: the caller. */
const MAY_SEE = `(exists (select 1 from mail_parties p join identities i on i.kind = 'email' and i.value in (p.address, p.base) where p.message_id = m.message_id)
  or exists (select 1 from mail_seen s join mail_folders f using (folder_id) join mailboxes b using (mailbox_id) where s.message_id = m.message_id and b.user_id = $1))`

type ThreadRow = {
  thread_id: string
  subject: string
  first_at: Date
  last_at: Date
  messages: number
  replies_prospect: number
  replies_company: number
  words_prospect: number
  words_company: number
}

function threadOf(row: ThreadRow): Thread {
  const words = row.words_prospect + row.words_company
  return {
    id: row.thread_id,
    subject: row.subject,
    firstAt: row.first_at.toISOString(),
    lastAt: row.last_at.toISOString(),
    messages: row.messages,
    repliesProspect: row.replies_prospect,
    repliesCompany: row.replies_company,
    wordsProspect: row.words_prospect,
    wordsCompany: row.words_company,
    talkShare: words === 0 ? null : row.words_prospect / words,
  }
}

const THREAD = `t.thread_id, t.subject, t.first_at, t.last_at, t.messages, t.replies_prospect, t.replies_company, t.words_prospect, t.words_company`

type Asked = { personId?: string | undefined; whose: 'mine' | 'all'; after?: string | undefined; limit: number }

export async function listMailThreads(db: Queryable, caller: Pick<Caller, 'id'>, asked: Asked): Promise<Page> {
  const after = unpackCursor(asked.after, 2)
  const mustBeMine = asked.personId === undefined && asked.whose === 'mine'
  const { rows } = await db.query<
    ThreadRow & {
      mark: string
      people: { id: string; name: string }[] | null
      last: { direction: 'in' | 'out'; kind: string; name: string; text: string | null } | null
      has_bounce: boolean
    }
  >(
    `select ${THREAD}, t.last_at::text as mark,
       (select json_agg(json_build_object('id', q.person_id, 'name', q.name) order by q.name) from (
          select distinct pe.person_id, coalesce(nullif(pe.name, ''), pe.email, '') as name from mail_messages m join mail_parties p using (message_id)
            join identities i on i.kind = 'email' and i.value in (p.address, p.base) join people pe on pe.person_id = i.person_id
           where m.thread_id = t.thread_id limit 6) q) as people,
       (select json_build_object('direction', m.direction, 'kind', m.kind, 'name', coalesce(nullif(m.from_name, ''), m.from_address), 'text', left(m.text, 2000))
          from mail_messages m where m.thread_id = t.thread_id order by m.sent_at desc, m.message_id desc limit 1) as last,
       exists (select 1 from mail_messages m where m.thread_id = t.thread_id and m.bounced is not null) as has_bounce
     from mail_threads t
     where ($2::timestamptz is null or (t.last_at, t.thread_id) < ($2::timestamptz, $3::uuid))
       and exists (select 1 from mail_messages m join mail_parties p using (message_id) join identities i on i.kind = 'email' and i.value in (p.address, p.base)
             where m.thread_id = t.thread_id and m.kind <> 'bulk' and ($4::uuid is null or i.person_id = $4))
       and (not $5 or exists (select 1 from mail_messages m where m.thread_id = t.thread_id and (m.user_id = $1 or exists (
             select 1 from mail_seen s join mail_folders f using (folder_id) join mailboxes b using (mailbox_id) where s.message_id = m.message_id and b.user_id = $1))))
     order by t.last_at desc, t.thread_id desc limit $6`,
    [caller.id, after?.[0] ?? null, after?.[1] ?? null, asked.personId ?? null, mustBeMine, asked.limit + 1],
  )
  const page = rows.slice(0, asked.limit)
  const end = page.at(-1)
  return {
    threads: page.map((row) => ({
      ...threadOf(row),
      people: row.people ?? [],
      last: {
        direction: row.last?.direction ?? 'in',
        name: row.last?.name ?? '',
        text: unquotedText(row.last?.text ?? '')
          .replaceAll(/\s+/g, ' ')
          .slice(0, 200)
          .toWellFormed(),
      },
      isOurTurn: row.last?.direction === 'in' && row.last.kind === 'human',
      hasBounce: row.has_bounce,
    })),
    next: rows.length > asked.limit && end !== undefined ? packCursor([end.mark, end.thread_id]) : null,
  }
}

function noSuchMail(): Problem {
  return new Problem('not-found', 'There is no such mail for you to see.', {
    mend: 'It may have been erased, or lies in the mailbox of a colleague with nobody the house knows.',
  })
}

type MessageRow = {
  message_id: string
  thread_id: string
  sent_at: Date
  direction: 'in' | 'out'
  kind: Message['kind']
  from_address: string
  from_name: string
  subject: string
  has_body: boolean
  text: string | null
  has_html: boolean
  recipients: number
  attachments: z.input<typeof attachment>[]
  user_id: string | null
  user_name: string | null
  bounced: 'hard' | 'soft' | null
  bounce_why: string | null
  parties: Message['parties'] | null
}

function messageOf(row: MessageRow): Message {
  const whole = row.text ?? ''
  const own = unquotedText(whole)
  return {
    id: row.message_id,
    threadId: row.thread_id,
    sentAt: row.sent_at.toISOString(),
    direction: row.direction,
    kind: row.kind,
    from: { address: row.from_address, name: row.from_name },
    parties: row.parties ?? [],
    recipients: row.recipients,
    subject: row.subject,
    hasBody: row.has_body,
    text: row.text === null ? null : own === '' ? whole : own,
    quoted: own === '' || own.length >= whole.trim().length ? null : whole.slice(0, 50_000),
    hasHtml: row.has_html,
    attachments: row.attachments,
    by: row.user_id === null || row.user_name === null ? null : { id: row.user_id, name: row.user_name },
    bounced: row.bounced === null ? null : { how: row.bounced, why: row.bounce_why ?? '' },
  }
}

export async function getMailThread(
  db: Queryable,
  caller: Pick<Caller, 'id'>,
  threadId: string,
): Promise<z.input<typeof wholeThread>> {
  const { rows } = await db.query<MessageRow>(
    `select m.message_id, m.thread_id, m.sent_at, m.direction, m.kind, m.from_address, m.from_name, m.subject, m.has_body, m.text, m.html is not null as has_html,
       m.recipients, m.attachments, m.user_id, u.name as user_name, m.bounced, m.bounce_why,
       (select json_agg(json_build_object('role', p.role, 'address', p.address, 'name', p.name, 'person',
          (select json_build_object('id', pe.person_id, 'name', coalesce(nullif(pe.name, ''), p.name, p.address)) from identities i join people pe using (person_id)
            where i.kind = 'email' and i.value in (p.address, p.base) limit 1)) order by p.place) from mail_parties p where p.message_id = m.message_id) as parties
     from mail_messages m left join users u on u.id = m.user_id
     where m.thread_id = $2 and ${MAY_SEE} order by m.sent_at desc, m.message_id desc limit $3`,
    [caller.id, threadId, MOST_MESSAGES + 1],
  )
  if (rows.length === 0) throw noSuchMail()
  const { rows: threads } = await db.query<ThreadRow>(`select ${THREAD} from mail_threads t where t.thread_id = $1`, [
    threadId,
  ])
  const [thread] = threads
  if (thread === undefined) throw noSuchMail()
  const shown = rows.slice(0, MOST_MESSAGES).reverse()
  return {
    thread: threadOf(thread),
    messages: shown.map(messageOf),
    isCut: rows.length > MOST_MESSAGES,
    answerFrom: await answeringMailbox(db, caller, threadId),
  }
}

/** The mailbox of the caller that holds the latest mail of a thread and can send. */
async function answeringMailbox(db: Queryable, caller: Pick<Caller, 'id'>, threadId: string): Promise<string | null> {
  const { rows } = await db.query<{ mailbox_id: string }>(
    `select b.mailbox_id from mail_messages m join mail_seen s using (message_id) join mail_folders f using (folder_id) join mailboxes b using (mailbox_id)
      where m.thread_id = $2 and b.user_id = $1 and b.smtp_host is not null order by m.direction, m.sent_at desc, b.created_at limit 1`,
    [caller.id, threadId],
  )
  return rows[0]?.mailbox_id ?? null
}

export async function getThreadOfMail(db: Queryable, caller: Pick<Caller, 'id'>, messageId: string) {
  const { rows } = await db.query<{ thread_id: string }>('select thread_id from mail_messages where message_id = $1', [
    messageId,
  ])
  if (rows[0] === undefined) throw noSuchMail()
  return getMailThread(db, caller, rows[0].thread_id)
}

export async function getMailHtml(
  db: Queryable,
  caller: Pick<Caller, 'id'>,
  asked: { messageId: string; hasPictures: boolean },
): Promise<{ html: string; blocked: number }> {
  const { rows } = await db.query<{ html: string | null }>(
    `select m.html from mail_messages m where m.message_id = $2 and ${MAY_SEE}`,
    [caller.id, asked.messageId],
  )
  const html = rows[0]?.html
  if (html === undefined || html === null) throw noSuchMail()
  try {
    return cleanHtml(html, { hasPictures: asked.hasPictures })
  } catch {
    // Nested beyond what can be cleaned: its words alone.
    const words = textOfHtml(html, { shouldQuote: true }).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    return { html: `<pre>${words}</pre>`, blocked: 0 }
  }
}
