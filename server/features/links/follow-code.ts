import { isbot } from 'isbot'
import type { Context } from '../../context.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { redirectsOf } from '../facts/resolve-people.ts'
import { tagUrl } from './tag-url.ts'

type Row = {
  url: string
  records: 'page.viewed' | 'letter.answered'
  person_id: string | null
  key: string
  name: string
  tactic: string
  is_there: boolean
}

/** Marks of a printed address, by what the campaign is. */
const MEDIUMS: Readonly<Record<string, string>> = { 'direct mail': 'direct mail', event: 'event' }

/**
 * Where a code leads; null when there is none. A visit is counted, and recorded as its person's when the code is personal:
 * once a day, and never for a program that reads the address. Recording may fail; the visitor is led on all the same.
 */
export async function followCode(ctx: Context, code: string, agent: string | undefined): Promise<string | null> {
  const { rows } = await ctx.db.query<Row>(
    `select k.url, k.records, k.person_id, c.key, c.name, c.tactic,
            exists (select 1 from people p where p.person_id = k.person_id) as is_there
       from campaign_codes k join campaigns c on c.campaign_id = k.campaign_id where k.code = $1`,
    [code.toLowerCase()],
  )
  const [row] = rows
  if (row === undefined) return null
  const medium = MEDIUMS[row.tactic] ?? (row.records === 'letter.answered' ? 'direct mail' : 'print')
  const tagged = tagUrl(row.url, { source: 'code', medium, campaign: row.key })
  const personId = await livingPerson(ctx, row)
  const to = personId === null ? tagged : withPerson(tagged, personId)
  if (agent === undefined || isbot(agent)) return to
  try {
    await record(ctx, code.toLowerCase(), row, { medium, personId })
  } catch (error) {
    ctx.log.error({ err: error, code }, 'the visit of a code was not recorded')
  }
  return to
}

/** The site's script takes this for somebody's own link, as it does in mails; a link that was handed on names nobody. */
function withPerson(url: string, personId: string): string {
  const own = new URL(url)
  own.searchParams.set('ens_p', personId)
  return own.href
}

type Visit = { medium: string; personId: string | null }

async function record(ctx: Context, code: string, row: Row, { medium, personId }: Visit): Promise<void> {
  const nowMs = ctx.now()
  await ctx.db.query('update campaign_codes set visits = visits + 1, last_visit_at = $2 where code = $1', [
    code,
    new Date(nowMs),
  ])
  if (personId === null) return
  const { pathname } = new URL(row.url)
  const data = row.records === 'letter.answered' ? { name: row.name } : { path: pathname, url: row.url }
  await recordFacts(
    ctx,
    [
      {
        kind: row.records,
        at: nowMs,
        messageId: `code:${code}:${new Date(nowMs).toISOString().slice(0, 10)}`,
        source: 'code',
        actor: null,
        isHistory: false,
        who: { personId },
        touch: { channel: medium, origin: 'code', campaign: row.name, landingPage: pathname },
        data,
      },
    ],
    { onRefused: 'report' },
  )
}

/** The person of a code, or whom they were merged into; null for a code without one, and for somebody who was erased. */
async function livingPerson(ctx: Context, row: Row): Promise<string | null> {
  if (row.person_id === null || row.is_there) return row.person_id
  return (await redirectsOf(ctx.db, [row.person_id])).get(row.person_id) ?? null
}
