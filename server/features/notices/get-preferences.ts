import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { readMailSettings } from '../mail/mail-settings.ts'
import type { getNoticePreferences as promise } from './contract.ts'
import { DEFAULT_WAYS } from './kinds.ts'
import { readPreferences } from './preferences.ts'

export async function getPreferences(
  ctx: Context,
  caller: Pick<Caller, 'id'>,
): Promise<z.input<NonNullable<(typeof promise)['response']>>> {
  const [preferences, settings, me] = await Promise.all([
    readPreferences(ctx.db, caller.id),
    readMailSettings(ctx.db, ctx),
    ctx.db.query<{ email: string | null; reason: string | null }>(
      'select u.email, r.reason from users u left join refused_addresses r on r.address = u.email where u.id = $1',
      [caller.id],
    ),
  ])
  return {
    preferences,
    usual: DEFAULT_WAYS,
    canMail: settings !== null,
    address: me.rows[0]?.email ?? null,
    refusedBecause: me.rows[0]?.reason ?? null,
  }
}
