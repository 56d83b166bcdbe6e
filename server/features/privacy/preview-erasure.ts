import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { factsOfPerson } from '../facts/load-stories.ts'
import { readKnown } from './erase-person.ts'
import { mentionsOf } from './sweep-mentions.ts'
import { wordsOfPerson } from './words-of-person.ts'

export type ErasurePreview = {
  personId: string
  name: string
  email: string | null
  isErased: boolean
  /** What must be typed to go on. */
  confirm: string
  goes: { keys: number; facts: number; notices: number; merges: number; mentions: number; uploads: number }
  stays: { leads: number; deals: number; wonCents: number }
  closes: { leads: number; deals: number }
}

/** What erasing somebody would take away, what would stay without a name, and what would be closed. Nothing is changed. */
export async function previewErasure(ctx: Context, personId: string): Promise<ErasurePreview> {
  const known = await readKnown(ctx.db, personId)
  if (known === null)
    throw new Problem('not-found', 'There is no such person.', {
      mend: 'They may have been merged with somebody: search for them.',
    })
  const read = await ctx.db.connect()
  const facts = await factsOfPerson(read, personId).finally(() => read.release())
  const words = wordsOfPerson(known.person, known.keys, facts)
  const mentions = await mentionsOf(ctx.db, personId, words)
  const { rows } = await ctx.db.query<{
    notices: number
    merges: number
    uploads: number
    leads: number
    open_leads: number
    deals: number
    open_deals: number
    won: string
  }>(
    `select (select count(*)::int from notices where person_id = $1) as notices,
       (select count(*)::int from merges where into_person = $1 or from_person = $1) as merges,
       (select count(distinct import_id)::int from facts where person_id = $1 and import_id is not null) as uploads,
       (select count(*)::int from leads where person_id = $1) as leads,
       (select count(*)::int from leads where person_id = $1 and outcome = 'open') as open_leads,
       (select count(*)::int from deals where person_id = $1) as deals,
       (select count(*)::int from deals where person_id = $1 and status = 'open') as open_deals,
       (select coalesce(sum(amount_cents), 0)::text from deals where person_id = $1 and status = 'won') as won`,
    [personId],
  )
  const row = rows[0]
  return {
    personId,
    name: known.person.name,
    email: known.person.email,
    isErased: known.person.erased_at !== null,
    confirm: known.person.email ?? (known.person.name || personId.slice(0, 8)),
    goes: {
      keys: known.keys.length,
      facts: facts.length,
      notices: row?.notices ?? 0,
      merges: row?.merges ?? 0,
      mentions: mentions.length,
      uploads: row?.uploads ?? 0,
    },
    stays: { leads: row?.leads ?? 0, deals: row?.deals ?? 0, wonCents: Number(row?.won ?? 0) },
    closes: { leads: row?.open_leads ?? 0, deals: row?.open_deals ?? 0 },
  }
}
