import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'
import { setOwnSharedMailboxes } from '../facts/shared-mailbox.ts'

const line = z.string().trim().min(1).max(200)

/** What a company says of its own site: whose visits do not count, and which mailboxes several people read. */
export const websiteSettings = z
  .object({
    /** Addresses of the company's own network: `203.0.113.7`, `203.0.113.0/24`, `2001:db8::/48`. */
    staffNetworks: z.array(line).max(200),
    sharedMailboxes: z.array(line).max(500),
    countsBots: z.boolean(),
  })
  .meta({ id: 'WebsiteSettings' })

export type WebsiteSettings = z.output<typeof websiteSettings>

const NONE: WebsiteSettings = { staffNetworks: [], sharedMailboxes: [], countsBots: false }
const FRESH_MS = 2_000
const kept = new WeakMap<object, { settings: Promise<WebsiteSettings>; untilMs: number }>()

export async function readWebsiteSettings(db: Queryable): Promise<WebsiteSettings> {
  const { rows } = await db.query<{ value: unknown }>(`select value from settings where key = 'website'`)
  const parsed = websiteSettings.safeParse(rows[0]?.value ?? NONE)
  return parsed.success ? parsed.data : NONE
}

/** The settings as they were at most two seconds ago, so that an event need not ask for them. */
export async function websiteSettingsOf(ctx: Pick<Context, 'db'>): Promise<WebsiteSettings> {
  const before = kept.get(ctx.db)
  if (before !== undefined && before.untilMs > performance.now()) return before.settings
  const settings = readWebsiteSettings(ctx.db).then((read) => {
    setOwnSharedMailboxes(read.sharedMailboxes)
    return read
  })
  kept.set(ctx.db, { settings, untilMs: performance.now() + FRESH_MS })
  settings.catch(() => kept.delete(ctx.db))
  return settings
}

/** Replaces the settings. */
export async function saveWebsiteSettings(ctx: Pick<Context, 'db'>, settings: WebsiteSettings): Promise<void> {
  await ctx.db.query(
    `insert into settings (key, value) values ('website', $1) on conflict (key) do update set value = excluded.value, updated_at = now()`,
    [JSON.stringify(settings)],
  )
  kept.delete(ctx.db)
  setOwnSharedMailboxes(settings.sharedMailboxes)
}
