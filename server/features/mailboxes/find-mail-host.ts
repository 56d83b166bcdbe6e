import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'
import { type Resolve, resolveByDns } from '../webhooks/find-address.ts'
import { isPublicAddress } from '../webhooks/public-address.ts'
import type { Trouble } from './mailbox.ts'

const KEY = 'mailboxes'
const stored = z.object({ canUseOwnNetwork: z.boolean().default(false), certificates: z.string().default('') })
const MAIL_PORTS = [25, 143, 465, 587, 993, 2525]
const LOOPBACK = ['localhost', '127.0.0.1', '::1']

export type HouseRule = z.infer<typeof stored>

/** Whether mail servers may stand inside the company's own network, and whom they are believed by: an administrator says so. */
export async function readHouseRule(db: Queryable): Promise<HouseRule> {
  const { rows } = await db.query<{ value: unknown }>('select value from settings where key = $1', [KEY])
  return stored.catch({ canUseOwnNetwork: false, certificates: '' }).parse(rows[0]?.value ?? {})
}

/** What is absent stays as it is. */
export async function saveHouseRule(db: Queryable, change: Partial<HouseRule>): Promise<void> {
  const rule: HouseRule = { ...(await readHouseRule(db)), ...change }
  await db.query(
    `insert into settings (key, value) values ($1, $2)
     on conflict (key) do update set value = excluded.value, updated_at = now()`,
    [KEY, JSON.stringify(rule)],
  )
}

export type FoundHost = { ok: true; address: string } | { ok: false; trouble: Trouble }

const refused = (code: string, what: string, mend: string): FoundHost => ({ ok: false, trouble: { code, what, mend } })

/**
 * The address a mail server is reached at. Colleagues name servers freely: without an administrator's word only the open
 * internet and the ports of mail are reached, so that nobody asks around in the company's network through us.
 */
export async function findMailHost(
  ctx: Pick<Context, 'db' | 'outside'>,
  server: { host: string; port: number },
  resolve: Resolve = resolveByDns,
): Promise<FoundHost> {
  const host = server.host
    .trim()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase()
  const { canUseOwnNetwork } = await readHouseRule(ctx.db)
  if (canUseOwnNetwork || (ctx.outside?.canHookLoopback === true && LOOPBACK.includes(host))) {
    if (isIP(host) !== 0) return { ok: true, address: host }
    const found = await lookup(host).catch(() => null)
    return found === null ? unknown(host) : { ok: true, address: found.address }
  }
  if (!MAIL_PORTS.includes(server.port))
    return refused(
      'port',
      `Port ${server.port} is none of mail.`,
      'Use 993 or 143 to read, 465 or 587 to send; an administrator may allow others under Settings, My mailboxes.',
    )
  const addresses = isIP(host) === 0 ? await resolve(host).catch(() => []) : [{ address: host, family: isIP(host) }]
  const [first] = addresses
  if (first === undefined) return unknown(host)
  if (addresses.some(({ address }) => !isPublicAddress(address)))
    return refused(
      'private',
      `${host} stands inside a network, not on the open internet.`,
      'An administrator may allow servers of your own network under Settings, My mailboxes.',
    )
  return { ok: true, address: first.address }
}

function unknown(host: string): FoundHost {
  return refused('unknown host', `There is no host called ${host}.`, 'Check the spelling of the server’s name.')
}
