import type { Queryable } from '../../db/queryable.ts'
import { Problem } from '../../http/problem.ts'
import { mapping } from './contract.ts'
import { TARGETS } from './profiles/contacts/targets.ts'
import { PROFILES } from './profiles/profiles.ts'

export async function listProfiles(db: Queryable) {
  const { rows } = await db.query<{ profile_id: string; name: string; mapping: unknown }>(
    'select profile_id, name, mapping from import_profiles order by name limit 500',
  )
  return {
    ready: PROFILES.map(({ id, name, files, description }) => ({ id, name, files: [...files], description })),
    targets: [...TARGETS],
    saved: rows.map((row) => ({ id: row.profile_id, name: row.name, mapping: mapping.parse(row.mapping) })),
  }
}

export async function removeProfile(db: Queryable, profileId: string): Promise<void> {
  const { rowCount } = await db.query('delete from import_profiles where profile_id = $1', [profileId])
  if (rowCount === 0) throw new Problem('not-found', 'There is no such saved mapping.')
}
