import { plainName } from '@ensemble/engine/channels/plain-name.ts'
import type { PoolClient } from 'pg'
import { nameEmpty, nameTaken } from './policy.ts'
import { readCampaignIndex } from './read-campaign-index.ts'

type Named = { campaignId: string; key: string; name: string; aliases: readonly string[] }

/** Makes exactly these names lead to the campaign. Refuses a name that leads to another. */
export async function saveNames(tx: PoolClient, { campaignId, key, name, aliases }: Named): Promise<void> {
  const wanted = new Map<string, { name: string; isAlias: boolean }>()
  const add = (text: string, isAlias: boolean, where: string) => {
    const plain = plainName(text)
    if (plain === '') throw nameEmpty(text, where)
    if (!wanted.has(plain)) wanted.set(plain, { name: text, isAlias })
  }
  add(name, false, 'body.name')
  add(key, false, 'body.name')
  for (const [index, alias] of aliases.entries()) add(alias, true, `body.aliases.${index}`)
  const plains = [...wanted.keys()]
  const { rows } = await tx.query<{ plain: string; by: string }>(
    `select n.plain, c.name as by from campaign_names n join campaigns c on c.campaign_id = n.campaign_id
      where n.plain = any($1::text[]) and n.campaign_id <> $2 order by n.plain limit 1`,
    [plains, campaignId],
  )
  const [taken] = rows
  if (taken !== undefined) {
    const at = aliases.findIndex((alias) => plainName(alias) === taken.plain)
    const place = at === -1 ? 'body.name' : `body.aliases.${at}`
    throw nameTaken(wanted.get(taken.plain)?.name ?? taken.plain, taken.by, place)
  }
  await tx.query('delete from campaign_names where campaign_id = $1 and not (plain = any($2::text[]))', [
    campaignId,
    plains,
  ])
  await tx.query(
    `insert into campaign_names (plain, campaign_id, name, is_alias)
     select plain, $1, name, is_alias from unnest($2::text[], $3::text[], $4::boolean[]) as n(plain, name, is_alias)
     on conflict (plain) do update set name = excluded.name, is_alias = excluded.is_alias`,
    [campaignId, plains, [...wanted.values()].map((one) => one.name), [...wanted.values()].map((one) => one.isAlias)],
  )
  await claimCosts(tx)
}

type InCosts = { name: string; ref: string | null; campaign_id: string | null }

/** Gives each cost that names its campaign to the one the name, or its id at the source, leads to now. Costs that name none stay where they were put. */
export async function claimCosts(tx: PoolClient): Promise<void> {
  const { rows } = await tx.query<InCosts>(
    `select distinct campaign_name as name, campaign_ref as ref, campaign_id from campaign_costs where campaign_name is not null`,
  )
  if (rows.length === 0) return
  const index = await readCampaignIndex(tx)
  const meant = (row: InCosts) => (index.find(row.name) ?? index.find(row.ref))?.id ?? null
  const wrong = rows.filter((row) => meant(row) !== row.campaign_id)
  if (wrong.length === 0) return
  await tx.query(
    `update campaign_costs k set campaign_id = n.campaign_id
       from unnest($1::text[], $2::text[], $3::uuid[]) as n(name, ref, campaign_id)
      where k.campaign_name = n.name and k.campaign_ref is not distinct from n.ref and k.campaign_id is distinct from n.campaign_id`,
    [wrong.map((row) => row.name), wrong.map((row) => row.ref), wrong.map(meant)],
  )
}
