import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { seal } from '../../seal.ts'
import { ownAddress, requireWorking } from './connect-mailbox.ts'
import {
  type Mailbox,
  PASSWORD_PURPOSE,
  type Policy,
  type Rule,
  readMailbox,
  requireOwn,
  type Server,
} from './mailbox.ts'
import { refetchAll } from './refetch.ts'
import { testMailbox } from './test-mailbox.ts'

type Input = {
  mailboxId: string
  displayName?: string | undefined
  aliases?: string[] | undefined
  login?: string | undefined
  password?: string | undefined
  imap?: Server | undefined
  smtp?: Server | null | undefined
  policy?: Policy | undefined
  rules?: Rule[] | undefined
  since?: string | undefined
  signature?: string | undefined
  keepsCopies?: boolean | undefined
  isPaused?: boolean | undefined
  folders?: { id: string; isRead: boolean }[] | undefined
}

const isSameServer = (a: Server | null, b: Server | null): boolean => a?.host === b?.host

/** A stored password goes to no other server, and under no other name, than it was given for. */
async function tryAccess(ctx: Context, before: Mailbox, input: Input): Promise<void> {
  const login = input.login ?? before.login
  const imap = input.imap ?? before.imap
  const smtp = input.smtp === undefined ? before.smtp : input.smtp
  const isElsewhere =
    login !== before.login || !isSameServer(imap, before.imap) || (smtp !== null && !isSameServer(smtp, before.smtp))
  const password = input.password ?? (isElsewhere ? null : before.password)
  if (password === null)
    throw new Problem('bad-request', 'Another user or server without a password.', {
      mend:
        before.signIn === 'password'
          ? 'Enter the password again: it is not shown to a server it was not given for.'
          : 'This mailbox is signed in at its provider, and its servers are known by that. Enter a password to open it by one.',
      errors: [{ where: 'body.password', what: 'is missing' }],
    })
  requireWorking(await testMailbox(ctx, { login, password, imap, smtp }))
}

/** Changes a mailbox. What it should keep from now on is applied to everything that was not kept so far. */
export async function changeMailbox(ctx: Context, caller: Pick<Caller, 'id'>, input: Input): Promise<void> {
  await requireOwn(ctx.db, input.mailboxId, caller.id)
  const before = await readMailbox(ctx.db, ctx.secret, input.mailboxId)
  const { login, password, imap } = input
  if (login !== undefined || password !== undefined || imap !== undefined || input.smtp !== undefined)
    await tryAccess(ctx, before, input)
  const smtp = input.smtp === undefined ? before.smtp : input.smtp
  const aliases = input.aliases?.map((each, index) => ownAddress(each, `body.aliases.${index}`))
  await inTransaction(ctx.db, async (tx) => {
    await tx.query(
      `update mailboxes set display_name = $2, aliases = $3, login = $4, secret = coalesce($5, secret), imap_host = $6, imap_port = $7, imap_security = $8,
         smtp_host = $9, smtp_port = $10, smtp_security = $11, policy = $12, rules = $13, since = $14, signature = $15, keeps_copies = $16,
         is_paused = coalesce($17, is_paused), status = 'new', next_try_at = $18, tries = 0,
         sign_in = case when $5::text is null then sign_in else 'password' end where mailbox_id = $1`,
      [
        before.mailboxId,
        input.displayName ?? before.displayName,
        aliases ?? before.aliases,
        login ?? before.login,
        password === undefined ? null : seal(ctx.secret, PASSWORD_PURPOSE, password),
        (imap ?? before.imap).host,
        (imap ?? before.imap).port,
        (imap ?? before.imap).security,
        smtp?.host ?? null,
        smtp?.port ?? null,
        smtp?.security ?? null,
        input.policy ?? before.policy,
        JSON.stringify(input.rules ?? before.rules),
        new Date(input.since === undefined ? before.sinceMs : Date.parse(input.since)),
        input.signature ?? before.signature,
        input.keepsCopies ?? before.keepsCopies,
        input.isPaused ?? null,
        new Date(ctx.now()),
      ],
    )
    for (const { id, isRead } of input.folders ?? [])
      await tx.query('update mail_folders set is_read = $3 where folder_id = $2 and mailbox_id = $1', [
        before.mailboxId,
        id,
        isRead,
      ])
    if (input.policy !== undefined || input.rules !== undefined || input.since !== undefined || aliases !== undefined)
      await refetchAll(tx, before.mailboxId)
  })
}

/** Wakes a mailbox, so that it is compared with its server at once. */
export async function wakeMailbox(ctx: Pick<Context, 'db' | 'now'>, mailboxId: string): Promise<void> {
  await ctx.db.query(`update mailboxes set status = 'new', next_try_at = $2 where mailbox_id = $1`, [
    mailboxId,
    new Date(ctx.now()),
  ])
}
