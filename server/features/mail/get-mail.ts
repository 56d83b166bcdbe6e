import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { mailView } from './contract.ts'
import { readMailSettings } from './mail-settings.ts'

export type MailView = z.input<typeof mailView>

export async function getMail(ctx: Context): Promise<MailView> {
  const settings = await readMailSettings(ctx.db, ctx)
  const [counts, refused] = await Promise.all([
    ctx.db.query<{ waiting: number; sent_today: number; trouble: string | null }>(
      `select count(*) filter (where status = 'waiting')::int as waiting,
              count(*) filter (where status = 'sent' and settled_at >= $1)::int as sent_today,
              (select error from mails where status = 'waiting' and error is not null order by next_try_at desc limit 1) as trouble
         from mails where status = 'waiting' or created_at >= $1`,
      [new Date(ctx.now() - 86_400_000)],
    ),
    ctx.db.query<{ address: string; reason: string; refused_at: Date }>(
      'select address, reason, refused_at from refused_addresses order by refused_at desc limit 200',
    ),
  ])
  const row = counts.rows[0]
  return {
    source: settings?.source ?? 'none',
    host: settings?.host ?? null,
    port: settings?.port ?? null,
    security: settings?.security ?? null,
    user: settings?.user ?? null,
    hasPassword: (settings?.password ?? null) !== null,
    from: settings?.from ?? null,
    waiting: row?.waiting ?? 0,
    trouble: row?.trouble ?? null,
    sentToday: row?.sent_today ?? 0,
    refused: refused.rows.map(({ address, reason, refused_at }) => ({
      address,
      reason,
      refusedAt: refused_at.toISOString(),
    })),
  }
}
