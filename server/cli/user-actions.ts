import { z } from 'zod'
import { hashPassword } from '../auth/password.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { ExplainedError } from '../explained-error.ts'
import { checkedCurrency } from '../features/setup/change-currency.ts'
import { completeSetup } from '../features/setup/complete-setup.ts'
import { isSetupOpen } from '../features/setup/queries.ts'
import { changeUser } from '../features/users/change-user.ts'
import { createUser } from '../features/users/create-user.ts'
import { inviteUser } from '../features/users/invite-user.ts'
import { readUsers, type UserView } from '../features/users/queries.ts'
import { storePassword } from '../features/users/store-password.ts'
import { ROLES, type Role } from '../http/contract.ts'

export type UserFlags = {
  name: string | undefined
  role: string | undefined
  team: string | undefined
  password: string | undefined
  company: string | undefined
  currency: string | undefined
}
type Said = { data: object; text: string }

/** One action of `ensemble user`: what it answers as data and as text. */
export async function runUserAction(ctx: Context, words: readonly string[], flags: UserFlags): Promise<Said> {
  const [action, email, role, ...rest] = words
  if (rest.length > 0) throw misused()
  if (action === 'list' && email === undefined) return list(ctx)
  if (email === undefined) throw misused()
  if (action === 'add' && role === undefined) return add(ctx, email, flags)
  if (action === 'set-password' && role === undefined) return setPassword(ctx, email, flags.password)
  if (action === 'role' && role !== undefined) return setRole(ctx, email, role)
  throw misused()
}

function misused(): ExplainedError {
  return new ExplainedError(
    'Say what to do: list, add EMAIL, set-password EMAIL, or role EMAIL ROLE. See `ensemble user --help`.',
  )
}

async function list(ctx: Context): Promise<Said> {
  const users = await readUsers(ctx.db, ctx.now())
  const state = (user: UserView) => (!user.isActive ? 'inactive' : user.canSignIn ? 'active' : 'no password')
  const lines = users.map((user) =>
    [user.email ?? '(no e-mail)', user.role, user.team?.name ?? '-', state(user), user.name].join('  '),
  )
  return {
    data: { users },
    text: lines.join('\n') || 'There is nobody yet: open Ensemble in a browser to create the administrator.',
  }
}

async function add(ctx: Context, email: string, flags: UserFlags): Promise<Said> {
  if (!z.email().safeParse(email).success) throw new ExplainedError(`"${email}" is not an e-mail address.`)
  const name = flags.name?.trim() || (email.split('@')[0] ?? email)
  const role = roleOf(flags.role ?? 'viewer')
  if (await isSetupOpen(ctx.db)) return begin(ctx, { name, email, role }, flags)
  if (flags.currency !== undefined || flags.company !== undefined)
    throw new ExplainedError(
      '--company and --currency belong to the first person. The currency is changed later under Settings, Company.',
    )
  const made = await createUser(ctx, {
    name,
    email,
    role,
    teamId: flags.team === undefined ? null : await teamOf(ctx, flags.team),
    password: flags.password,
  })
  return {
    data: made,
    text: made.invitation === null ? `Added ${email}.` : `Added ${email}. To set a password: ${made.invitation}`,
  }
}

/** The first person sets up the house, as in the browser. */
async function begin(ctx: Context, who: { name: string; email: string; role: Role }, flags: UserFlags): Promise<Said> {
  if (who.role !== 'admin' || flags.password === undefined) {
    throw new ExplainedError(
      'Nobody can sign in yet: the first person needs --role admin and a password (or open Ensemble in a browser).',
    )
  }
  const house = {
    company: flags.company ?? 'Our company',
    locale: 'en',
    zone: 'Europe/Paris',
    currency: checkedCurrency(flags.currency ?? 'EUR'),
    start: 'empty',
  } as const
  const { userId } = await completeSetup(ctx, { ...house, name: who.name, email: who.email, password: flags.password })
  return { data: { id: userId, invitation: null }, text: `Added ${who.email}, the administrator.` }
}

async function setPassword(ctx: Context, email: string, password: string | undefined): Promise<Said> {
  const userId = await userOf(ctx, email)
  if (password === undefined) {
    const { invitation } = await inviteUser(ctx, { userId })
    return { data: { id: userId, invitation }, text: `To set a password: ${invitation}` }
  }
  const hashed = await hashPassword(password)
  await inTransaction(ctx.db, (tx) => storePassword(tx, userId, hashed))
  return { data: { id: userId }, text: `${email} has a new password and is signed out everywhere.` }
}

async function setRole(ctx: Context, email: string, role: string): Promise<Said> {
  const user = await changeUser(ctx, { userId: await userOf(ctx, email), role: roleOf(role) })
  return { data: { id: user.id, role: user.role }, text: `${email} is now ${user.role}.` }
}

function roleOf(text: string): Role {
  const role = ROLES.find((one) => one === text)
  if (role === undefined) throw new ExplainedError(`There is no role "${text}": use ${ROLES.join(', ')}.`)
  return role
}

async function userOf(ctx: Context, email: string): Promise<string> {
  const { rows } = await ctx.db.query<{ id: string }>('select id from users where email = $1', [email.toLowerCase()])
  if (rows[0] === undefined)
    throw new ExplainedError(`Nobody here has the e-mail ${email}: see \`ensemble user list\`.`)
  return rows[0].id
}

async function teamOf(ctx: Context, name: string): Promise<string> {
  const { rows } = await ctx.db.query<{ team_id: string; name: string }>(
    'select team_id, name from teams order by name',
  )
  const found = rows.find((row) => row.name.toLowerCase() === name.toLowerCase())
  if (found !== undefined) return found.team_id
  throw new ExplainedError(
    `There is no team "${name}". There are: ${rows.map((row) => row.name).join(', ') || 'none'}.`,
  )
}
