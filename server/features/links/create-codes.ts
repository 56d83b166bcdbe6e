import { randomInt, randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { noSuchCampaign } from '../campaigns/policy.ts'
import { normalEmail } from '../facts/prepare-facts.ts'
import type { createCodes as promise } from './contract.ts'
import { listCodes } from './queries.ts'

type Body = z.output<NonNullable<(typeof promise)['body']>>
type Made = z.input<NonNullable<(typeof promise)['response']>>

/** Letters and digits that nobody takes for one another in print. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz'
const LENGTH = 8
const MOST_SHOWN = 200

/** A code nobody can guess: 8 of 31 characters are 40 bits. */
function newCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

/** Makes one code for everybody, or one for each person who is known by an address. Somebody who has one for this page keeps it. */
export async function createCodes(
  ctx: Context,
  { campaignId, body, by }: { campaignId: string; body: Body; by: string | null },
): Promise<Made> {
  const batch = randomUUID()
  const { url, label, records } = body
  const { made, unknown } = await inTransaction(ctx.db, async (tx) => {
    const campaign = await tx.query('select 1 from campaigns where campaign_id = $1 for update', [campaignId])
    if (campaign.rowCount === 0) throw noSuchCampaign()
    const emails = [...new Set(body.emails)]
    const { rows } = await tx.query<{ email: string; person_id: string }>(
      `select value as email, person_id from identities where kind = 'email' and value = any($1::text[])`,
      [emails.flatMap((email) => normalEmail(email) ?? [])],
    )
    const known = new Map(rows.map((row) => [row.email, row.person_id]))
    const people = [...new Set(known.values())]
    const codes = emails.length === 0 ? [newCode()] : people.map(newCode)
    const inserted = await tx.query(
      `insert into campaign_codes (code, campaign_id, url, label, records, person_id, batch_id, created_by, created_at)
       select n.code, $1, $2, $3, $4, n.person_id, $5, $6, $7 from unnest($8::text[], $9::uuid[]) as n(code, person_id)
        where n.person_id is null or not exists (
          select 1 from campaign_codes k where k.campaign_id = $1 and k.person_id = n.person_id and k.url = $2 and k.records = $4)`,
      [campaignId, url, label, records, batch, by, new Date(ctx.now()), codes, emails.length === 0 ? [null] : people],
    )
    const nobody = emails.filter((email) => !known.has(normalEmail(email) ?? ''))
    return { made: inserted.rowCount ?? 0, unknown: nobody }
  })
  return { made, unknown, codes: (await listCodes(ctx, campaignId, { batch, limit: MOST_SHOWN })).codes }
}
