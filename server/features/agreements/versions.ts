import type { Queryable } from '../../db/queryable.ts'
import type { Side } from './parties.ts'

export type StoredStatus = 'draft' | 'in force' | 'superseded' | 'withdrawn'
type Person = { id: string; name: string }
export type Signature = { user: Person & { email: string | null }; side: Side; hash: string; signedAt: Date }

export type Version = {
  version: number
  title: string
  document: string
  status: StoredStatus
  inForceFrom: Date | null
  note: string
  createdBy: Person | null
  createdAt: Date
  withdrawn: { by: Person | null; at: Date } | null
  amended: { by: Person | null; at: Date } | null
  openThreads: number
  signatures: Signature[]
}

type Row = Omit<Version, 'createdBy' | 'withdrawn' | 'amended' | 'signatures'> & {
  createdById: string | null
  createdByName: string | null
  withdrawnById: string | null
  withdrawnByName: string | null
  withdrawnAt: Date | null
  amendedById: string | null
  amendedByName: string | null
  amendedAt: Date | null
}
type SignatureRow = {
  version: number
  id: string
  name: string
  email: string | null
  side: Side
  hash: string
  signedAt: Date
}

function person(id: string | null, name: string | null): Person | null {
  return id === null ? null : { id, name: name ?? '' }
}

/** Every version, newest first, or the one asked for, with its signatures in the order they were given. */
export async function readVersions(db: Queryable, only: number | null = null): Promise<Version[]> {
  const { rows } = await db.query<Row>(
    `select a.version, a.title, a.document, a.status, a.in_force_from as "inForceFrom", a.note, a.created_at as "createdAt",
            a.created_by as "createdById", u.name as "createdByName",
            a.withdrawn_by as "withdrawnById", w.name as "withdrawnByName", a.withdrawn_at as "withdrawnAt",
            a.amended_by as "amendedById", m.name as "amendedByName", a.amended_at as "amendedAt",
            (select count(*)::int from agreement_threads h where h.version = a.version and h.resolved_at is null) as "openThreads"
       from agreements a left join users u on u.id = a.created_by left join users w on w.id = a.withdrawn_by
            left join users m on m.id = a.amended_by
      where $1::int is null or a.version = $1
      order by a.version desc`,
    [only],
  )
  const signatures = await db.query<SignatureRow>(
    `select s.version, u.id, u.name, u.email, s.side, s.document_hash as hash, s.signed_at as "signedAt"
       from signatures s join users u on u.id = s.user_id
      where $1::int is null or s.version = $1
      order by s.signed_at, u.name`,
    [only],
  )
  const byVersion = Map.groupBy(signatures.rows, (row) => row.version)
  return rows.map(
    ({
      createdById,
      createdByName,
      withdrawnById,
      withdrawnByName,
      withdrawnAt,
      amendedById,
      amendedByName,
      amendedAt,
      ...row
    }) => ({
      ...row,
      createdBy: person(createdById, createdByName),
      amended: amendedAt === null ? null : { by: person(amendedById, amendedByName), at: amendedAt },
      withdrawn: withdrawnAt === null ? null : { by: person(withdrawnById, withdrawnByName), at: withdrawnAt },
      signatures: (byVersion.get(row.version) ?? []).map(({ id, name, email, side, hash, signedAt }) => ({
        user: { id, name, email },
        side,
        hash,
        signedAt,
      })),
    }),
  )
}

/** The version in force at a moment: the agreed one whose date came last. */
export function versionInForce<V extends Pick<Version, 'version' | 'status' | 'inForceFrom'>>(
  versions: readonly V[],
  atMs: number,
): V | null {
  let found: V | null = null
  for (const version of versions) {
    if (!isAgreed(version) || version.inForceFrom === null || version.inForceFrom.getTime() > atMs) continue
    if (found === null || isLater(version, found)) found = version
  }
  return found
}

/** Signed by both sides, whether its date has come or not. */
export function isAgreed({ status }: Pick<Version, 'status'>): boolean {
  return status === 'in force' || status === 'superseded'
}

function isLater(a: Pick<Version, 'version' | 'inForceFrom'>, b: Pick<Version, 'version' | 'inForceFrom'>): boolean {
  const [atA, atB] = [a.inForceFrom?.getTime() ?? 0, b.inForceFrom?.getTime() ?? 0]
  return atA === atB ? a.version > b.version : atA > atB
}
