import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'
import type { Caller } from '../../http/endpoint.ts'
import { countFolders } from './completeness.ts'
import { noSuchMailbox, type Policy, rule, type Security, type SignIn } from './mailbox.ts'
import type { mailboxView, trouble as troubleShape } from './shapes.ts'
import { trouble } from './shapes.ts'

export type MailboxView = z.input<typeof mailboxView>

type Row = {
  mailbox_id: string
  user_id: string
  user_name: string
  address: string
  aliases: string[]
  display_name: string
  login: string
  sign_in: SignIn
  imap_host: string
  imap_port: number
  imap_security: Security
  smtp_host: string | null
  smtp_port: number | null
  smtp_security: Security | null
  policy: Policy
  rules: unknown
  since: Date
  signature: string
  keeps_copies: boolean
  is_paused: boolean
  status: MailboxView['status']
  trouble: unknown
  unreachable_since: Date | null
  synced_at: Date | null
  next_try_at: Date
}

async function readRows(db: Queryable, userId: string | null, mailboxId: string | null): Promise<Row[]> {
  const { rows } = await db.query<Row>(
    `select m.mailbox_id, m.user_id, u.name as user_name, m.address, m.aliases, m.display_name, m.login, m.sign_in, m.imap_host, m.imap_port, m.imap_security,
       m.smtp_host, m.smtp_port, m.smtp_security, m.policy, m.rules, m.since, m.signature, m.keeps_copies, m.is_paused, m.status, m.trouble,
       m.unreachable_since, m.synced_at, m.next_try_at
     from mailboxes m join users u on u.id = m.user_id
     where ($1::uuid is null or m.user_id = $1) and ($2::uuid is null or m.mailbox_id = $2) order by m.created_at`,
    [userId, mailboxId],
  )
  return rows
}

function viewOf(row: Row, caller: Pick<Caller, 'id'>, folders: MailboxView['folders']): MailboxView {
  const isOwn = row.user_id === caller.id
  const parsed: z.infer<typeof troubleShape> | null = trouble.nullable().catch(null).parse(row.trouble)
  return {
    id: row.mailbox_id,
    owner: { id: row.user_id, name: row.user_name },
    isOwn,
    address: row.address,
    aliases: row.aliases,
    displayName: row.display_name,
    login: row.login,
    signIn: row.sign_in,
    imap: { host: row.imap_host, port: row.imap_port, security: row.imap_security },
    smtp:
      row.smtp_host === null || row.smtp_port === null || row.smtp_security === null
        ? null
        : { host: row.smtp_host, port: row.smtp_port, security: row.smtp_security },
    policy: row.policy,
    // Whom somebody leaves out is theirs to know.
    rules: isOwn ? z.array(rule).catch([]).parse(row.rules) : [],
    since: row.since.toISOString(),
    signature: row.signature,
    keepsCopies: row.keeps_copies,
    isPaused: row.is_paused,
    status: row.status,
    trouble: parsed,
    unreachableSince: row.unreachable_since?.toISOString() ?? null,
    syncedAt: row.synced_at?.toISOString() ?? null,
    nextTryAt: row.next_try_at.toISOString(),
    folders,
  }
}

export async function listMailboxes(
  ctx: Pick<Context, 'db'>,
  caller: Pick<Caller, 'id' | 'role'>,
): Promise<MailboxView[]> {
  const rows = await readRows(ctx.db, caller.role === 'admin' ? null : caller.id, null)
  const folders = await countFolders(
    ctx.db,
    rows.map((row) => row.mailbox_id),
  )
  return rows.map((row) => viewOf(row, caller, folders.get(row.mailbox_id) ?? []))
}

export async function getMailboxView(
  ctx: Pick<Context, 'db'>,
  caller: Pick<Caller, 'id'>,
  mailboxId: string,
): Promise<MailboxView> {
  const [row] = await readRows(ctx.db, caller.id, mailboxId)
  if (row === undefined) throw noSuchMailbox()
  const folders = await countFolders(ctx.db, [mailboxId])
  return viewOf(row, caller, folders.get(mailboxId) ?? [])
}
