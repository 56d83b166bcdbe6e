import type { PoolClient } from 'pg'
import { newId } from '../../db/new-id.ts'
import type { Story } from './story.ts'

type Wanted = { domain: string | null; externalId: string | null; name: string }

function wantedBy(story: Story): Wanted | null {
  const { account } = story.state
  const domain = account.domain?.toLowerCase() ?? null
  const externalId = account.external_id ?? null
  const name = account.name ?? domain
  return name === undefined || name === null ? null : { domain, externalId, name }
}

function keyOf(wanted: Wanted): string {
  if (wanted.externalId !== null) return `external:${wanted.externalId}`
  return wanted.domain !== null ? `domain:${wanted.domain}` : `name:${wanted.name.toLowerCase()}`
}

async function find(tx: PoolClient, wanted: readonly Wanted[]): Promise<Map<string, string>> {
  const { rows } = await tx.query<{
    account_id: string
    domain: string | null
    external_id: string | null
    name: string
  }>(
    `select account_id, domain, external_id, lower(name) as name from accounts where external_id = any($1::text[])
     union select account_id, domain, external_id, lower(name) from accounts where domain = any($2::text[])
     union select account_id, domain, external_id, lower(name) from accounts where lower(name) = any($3::text[])`,
    [
      wanted.flatMap((each) => each.externalId ?? []),
      wanted.flatMap((each) => each.domain ?? []),
      wanted.map((each) => each.name.toLowerCase()),
    ],
  )
  const found = new Map<string, string>()
  for (const row of rows) if (!found.has(`name:${row.name}`)) found.set(`name:${row.name}`, row.account_id)
  for (const row of rows) if (row.domain !== null) found.set(`domain:${row.domain}`, row.account_id)
  for (const row of rows) if (row.external_id !== null) found.set(`external:${row.external_id}`, row.account_id)
  return found
}

/** Companies whose owner a file of contacts names: the last row that names one holds. */
async function nameOwners(tx: PoolClient, stories: readonly Story[]): Promise<void> {
  const owners = new Map<string, string>()
  for (const { accountId, newFacts } of stories) {
    const owner = newFacts.findLast((each) => typeof each.accountOwner === 'string')?.accountOwner
    if (accountId !== null && typeof owner === 'string') owners.set(accountId, owner)
  }
  if (owners.size === 0) return
  const sorted = [...owners].sort(([a], [b]) => (a < b ? -1 : 1))
  await tx.query(
    `update accounts a set owner = k.owner, updated_at = now() from unnest($1::uuid[], $2::uuid[]) as k(account_id, owner)
     where a.account_id = k.account_id and a.owner is distinct from k.owner`,
    [sorted.map(([account]) => account), sorted.map(([, owner]) => owner)],
  )
}

/** Joins people to their company: by its id elsewhere, else its domain, else its name. A company nobody knew is made. */
export async function attachAccounts(tx: PoolClient, stories: readonly Story[], nowMs: number): Promise<void> {
  await joinAccounts(tx, stories, nowMs)
  await nameOwners(tx, stories)
}

async function joinAccounts(tx: PoolClient, stories: readonly Story[], nowMs: number): Promise<void> {
  const pending = stories.flatMap((story) => {
    const wanted = story.accountId === null ? wantedBy(story) : null
    return wanted === null ? [] : [{ story, wanted, key: keyOf(wanted) }]
  })
  if (pending.length === 0) return
  let found = await find(
    tx,
    pending.map((each) => each.wanted),
  )
  const missing = new Map(pending.filter(({ key }) => !found.has(key)).map((each) => [each.key, each]))
  if (missing.size > 0) {
    const rows = [...missing.values()]
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ story, wanted }) => {
        const { account } = story.state
        return {
          account_id: newId(nowMs),
          name: wanted.name,
          domain: wanted.domain,
          external_id: wanted.externalId,
          industry: account.industry ?? null,
          employees: account.employees ?? null,
          country: account.country ?? null,
          region: account.region ?? null,
          city: account.city ?? null,
          segment: account.segment ?? null,
          import_id: story.newFacts.at(-1)?.importId ?? null,
        }
      })
    await tx.query(
      `insert into accounts (account_id, name, domain, external_id, industry, employees, country, region, city, segment, import_id)
       select account_id, name, domain, external_id, industry, employees, country, region, city, segment, import_id
       from json_to_recordset($1::json) as r(account_id uuid, name text, domain text, external_id text, industry text, employees integer,
         country text, region text, city text, segment text, import_id uuid)
       on conflict do nothing`,
      [JSON.stringify(rows)],
    )
    found = await find(
      tx,
      pending.map((each) => each.wanted),
    )
  }
  for (const { story, key, wanted } of pending) {
    story.accountId = found.get(key) ?? (wanted.domain === null ? null : (found.get(`domain:${wanted.domain}`) ?? null))
  }
}
