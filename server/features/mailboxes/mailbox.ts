import { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import { Problem } from '../../http/problem.ts'
import { unseal } from '../../seal.ts'

export const SECURITIES = ['tls', 'starttls', 'none'] as const
export const POLICIES = ['counted', 'headers', 'all'] as const
export type Security = (typeof SECURITIES)[number]
export type Policy = (typeof POLICIES)[number]
export type Server = { host: string; port: number; security: Security }

export const rule = z.object({
  field: z.enum(['address', 'domain', 'subject']),
  value: z.string().trim().min(1).max(200),
  does: z.enum(['keep', 'leave out']),
})
export type Rule = z.infer<typeof rule>
export const SIGN_INS = ['password', 'google', 'microsoft', 'other'] as const
/** By a password, or by signing in at a provider: then tokens stand in its place. */
export type SignIn = (typeof SIGN_INS)[number]
export type Trouble = { code: string; what: string; mend: string }

export type Mailbox = {
  mailboxId: string
  userId: string
  address: string
  aliases: string[]
  displayName: string
  login: string
  signIn: SignIn
  /** Null when it was sealed with another secret, or when it is signed in. */
  password: string | null
  imap: Server
  smtp: Server | null
  policy: Policy
  rules: Rule[]
  sinceMs: number
  signature: string
  keepsCopies: boolean
  createdMs: number
}

type Row = {
  mailbox_id: string
  user_id: string
  address: string
  aliases: string[]
  display_name: string
  login: string
  secret: string
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
  created_at: Date
}

export const PASSWORD_PURPOSE = 'mailbox password'

/** A mailbox with what is needed to open it. */
export async function readMailbox(db: Queryable, secret: string, mailboxId: string): Promise<Mailbox> {
  const { rows } = await db.query<Row>(
    `select mailbox_id, user_id, address, aliases, display_name, login, secret, sign_in, imap_host, imap_port, imap_security, smtp_host, smtp_port,
       smtp_security, policy, rules, since, signature, keeps_copies, created_at from mailboxes where mailbox_id = $1`,
    [mailboxId],
  )
  const [row] = rows
  if (row === undefined) throw noSuchMailbox()
  return {
    mailboxId: row.mailbox_id,
    userId: row.user_id,
    address: row.address,
    aliases: row.aliases,
    displayName: row.display_name,
    login: row.login,
    signIn: row.sign_in,
    password: row.sign_in === 'password' ? unseal(secret, PASSWORD_PURPOSE, row.secret) : null,
    imap: { host: row.imap_host, port: row.imap_port, security: row.imap_security },
    smtp:
      row.smtp_host === null || row.smtp_port === null || row.smtp_security === null
        ? null
        : { host: row.smtp_host, port: row.smtp_port, security: row.smtp_security },
    policy: row.policy,
    rules: z.array(rule).catch([]).parse(row.rules),
    sinceMs: row.since.getTime(),
    signature: row.signature,
    keepsCopies: row.keeps_copies,
    createdMs: row.created_at.getTime(),
  }
}

export function noSuchMailbox(): Problem {
  return new Problem('not-found', 'There is no such mailbox of yours.', {
    mend: 'It may have been removed: look at Settings, My mailboxes.',
  })
}

/** Refuses a mailbox that is somebody else's. */
export async function requireOwn(db: Queryable, mailboxId: string, userId: string): Promise<void> {
  const { rowCount } = await db.query('select 1 from mailboxes where mailbox_id = $1 and user_id = $2', [
    mailboxId,
    userId,
  ])
  if (rowCount !== 1) throw noSuchMailbox()
}
