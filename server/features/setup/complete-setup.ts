import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { hashPassword } from '../../auth/password.ts'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Queryable } from '../../db/queryable.ts'
import { Problem } from '../../http/problem.ts'
import { fitFirstAgreement } from '../agreements/fit-first-agreement.ts'
import { addDefaultForm } from '../forms/add-default-form.ts'
import { storePassword } from '../users/store-password.ts'
import type { completeSetup as promise } from './contract.ts'
import { saveHouseSettings } from './house-settings.ts'
import { isSetupOpen } from './queries.ts'

export type SetupInput = z.output<NonNullable<(typeof promise)['body']>>

/** Two browsers that finish the first start at once meet at this lock. */
const LOCK = 5_206_117

/** Creates the first administrator, both teams, the settings and the default form: all of it once, or nothing. */
export async function completeSetup(ctx: Context, input: SetupInput): Promise<{ userId: string; email: string }> {
  if (!(await isSetupOpen(ctx.db))) throw alreadyDone()
  checkPlace(input)
  const password = await hashPassword(input.password)
  const email = input.email.toLowerCase()
  const userId = await inTransaction(ctx.db, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK])
    if (!(await isSetupOpen(tx))) throw alreadyDone()
    await saveHouseSettings(tx, {
      company: input.company.trim(),
      zone: input.zone,
      currency: input.currency.toUpperCase(),
      locale: input.locale,
    })
    await addTeams(tx)
    const id = await putAdministrator(tx, { name: input.name.trim(), email, locale: input.locale })
    await storePassword(tx, id, password)
    await fitFirstAgreement(tx, input)
    await addDefaultForm(tx, { locale: input.locale, createdBy: id })
    return id
  })
  await ctx.agreements.refresh()
  return { userId, email }
}

function alreadyDone(): Problem {
  return new Problem('conflict', 'This installation already has its administrator.', {
    mend: 'Sign in, or ask the administrator for an invitation.',
  })
}

function checkPlace({ zone, currency }: SetupInput): void {
  const errors = []
  if (!isZone(zone))
    errors.push({ where: 'body.zone', what: `unknown time zone "${zone}"`, mend: 'Use a name such as Europe/Paris.' })
  if (!/^[a-z]{3}$/i.test(currency))
    errors.push({ where: 'body.currency', what: 'is not a currency code', mend: 'Use three letters such as EUR.' })
  if (errors.length > 0)
    throw new Problem('bad-request', 'The body of this request does not fit.', {
      mend: 'Correct the fields named in errors.',
      errors,
    })
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null
  } catch {
    return false
  }
}

/** Under the names the default agreement gives them. */
async function addTeams(tx: Queryable): Promise<void> {
  await tx.query(
    `insert into teams (team_id, name, side) values ($1, 'Marketing', 'marketing'), ($2, 'Sales', 'sales')
     on conflict (name) do nothing`,
    [randomUUID(), randomUUID()],
  )
}

/** An import may have brought this e-mail before anyone could sign in: then that person becomes the administrator. */
async function putAdministrator(tx: Queryable, who: { name: string; email: string; locale: string }): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into users (id, name, email, role, locale) values ($1, $2, $3, 'admin', $4)
     on conflict (email) do update
       set name = excluded.name, role = 'admin', locale = excluded.locale, is_active = true, updated_at = now()
     returning id`,
    [randomUUID(), who.name, who.email, who.locale],
  )
  const id = rows[0]?.id
  if (id === undefined) throw new Error('the administrator was not stored')
  return id
}
