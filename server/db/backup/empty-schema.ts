import type { Client } from 'pg'
import { knownMigrations, readMigration } from '../migrate.ts'

type SchemaObject = { kind: string; name: string }

/** What our migrations ever made, read from their statements: the only things a restore may drop in a database others may share. */
async function schemaObjects(): Promise<SchemaObject[]> {
  const objects: SchemaObject[] = [{ kind: 'table', name: 'migrations' }]
  for (const migration of await knownMigrations()) {
    for (const statement of await readMigration(migration)) {
      const made =
        /^create (?:or replace |unlogged )*(table|view|materialized view|type|function|sequence) (?:if not exists )?(\w+)/i.exec(
          statement,
        )
      if (made?.[1] && made[2]) objects.push({ kind: made[1].toLowerCase(), name: made[2] })
      const renamed = /^alter table (?:if exists )?\w+ rename to (\w+)/i.exec(statement)
      if (renamed?.[1]) objects.push({ kind: 'table', name: renamed[1] })
    }
  }
  return objects
}

/** The tables of ours that hold rows. */
export async function filledTables(client: Client): Promise<string[]> {
  const filled: string[] = []
  for (const { kind, name } of await schemaObjects()) {
    if (kind !== 'table' || name === 'migrations') continue
    const found = await client.query<{ found: string | null }>('select to_regclass($1)::text as found', [
      `public.${name}`,
    ])
    if (!found.rows[0]?.found) continue
    const { rows } = await client.query<{ has: boolean }>(
      `select exists (select 1 from ${client.escapeIdentifier(name)}) as has`,
    )
    if (rows[0]?.has) filled.push(name)
  }
  return filled
}

/** The tables that a migration fills: they have rows before anybody did anything. */
export async function seededTables(): Promise<string[]> {
  const names = new Set<string>()
  for (const migration of await knownMigrations())
    for (const statement of await readMigration(migration)) {
      const seeded = /^insert into (\w+)/i.exec(statement)?.[1]
      if (seeded !== undefined) names.add(seeded)
    }
  return [...names]
}

/** Takes out what the migrations themselves put in, so that a backup's own rows can stand there. */
export async function emptySeeded(client: Client): Promise<void> {
  const filled = new Set(await filledTables(client))
  const names = (await seededTables()).filter((name) => filled.has(name))
  if (names.length > 0)
    await client.query(`truncate ${names.map((name) => client.escapeIdentifier(name)).join(', ')} cascade`)
}

/** Drops everything our migrations made; the transaction can still bring it back. */
export async function dropSchema(client: Client): Promise<void> {
  for (const { kind, name } of (await schemaObjects()).reverse()) {
    await client.query(`drop ${kind} if exists ${client.escapeIdentifier(name)} cascade`)
  }
}
