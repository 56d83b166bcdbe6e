import type { Context } from '../../context.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import { mapping as mappingSchema } from './contract.ts'
import type { StoredFile } from './import-row.ts'
import type { Mapping } from './profiles/profile.ts'
import { profileById, recognise } from './profiles/profiles.ts'
import { openTable } from './tables/open-table.ts'

export type PlacedFile = { name: string; path: string }
export type NewImport = {
  importId: string
  files: readonly PlacedFile[]
  userId: string | null
  profileId?: string | undefined
}

/**
 * Opens the files, recognises the profile from their columns (or takes the one asked for), proposes a mapping and stores
 * the import, waiting. Throws UnreadableFile when one of the files is no table.
 */
export async function createImport(
  ctx: Pick<Context, 'db' | 'now'>,
  { importId, files, userId, profileId }: NewImport,
): Promise<{ mapping: Mapping | null }> {
  const stored: StoredFile[] = []
  for (const { name, path } of files) {
    const { file, table } = await openTable(path, name)
    stored.push({
      name,
      path,
      role: null,
      bytes: file.bytes,
      encoding: file.encoding,
      separator: table.separator,
      columns: table.columns,
      rows: null,
    })
  }
  const asked = profileId === undefined ? null : profileById(profileId)
  const roles = asked?.assign(stored)
  const { profile, roles: given } = asked && roles ? { profile: asked, roles } : recognise(stored)
  for (const [index, file] of stored.entries()) file.role = given[index] ?? null
  const mapping =
    profile.proposeMapping?.(stored.filter((file) => file.role !== null).flatMap((file) => file.columns)) ??
    (profile.hasDeals === true ? await usualChoices(ctx.db) : null)
  await ctx.db.query(
    `insert into imports (import_id, profile, title, status, files, mapping, created_by, created_at) values ($1, $2, $3, 'uploaded', $4, $5, $6, $7)`,
    [
      importId,
      profile.id,
      titleOf(profile.name, stored),
      JSON.stringify(stored),
      mapping === null ? null : JSON.stringify(mapping),
      userId,
      new Date(ctx.now()),
    ],
  )
  return { mapping }
}

/** Amounts of another system that name no currency are of the company's, unless somebody says otherwise. */
async function usualChoices(db: Context['db']): Promise<Mapping> {
  return mappingSchema.parse({ columns: {}, currency: (await readHouseSettings(db)).currency })
}

function titleOf(profile: string, files: readonly StoredFile[]): string {
  const [first] = files
  if (files.length === 1 && first) return first.name
  return `${profile} (${files.length} files)`
}
