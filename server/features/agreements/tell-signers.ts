import type { PoolClient } from 'pg'
import type { Caller } from '../../http/endpoint.ts'
import { type Notice, tell } from '../notices/tell.ts'
import { isMeant, missingOf, partiesOf, type Side } from './parties.ts'
import type { Version } from './versions.ts'

type Colleague = { id: string; name: string; email: string | null; role: string; side: Side | null; was_asked: boolean }

async function readColleagues(tx: PoolClient, version: number): Promise<Colleague[]> {
  const { rows } = await tx.query<Colleague>(
    `select u.id, u.name, u.email, u.role, t.side,
            exists (select 1 from notices n where n.user_id = u.id and n.kind = 'signature_asked' and n.data->'version' = to_jsonb($1::integer)) as was_asked
       from users u left join teams t on t.team_id = u.team_id where u.is_active order by u.id`,
    [version],
  )
  return rows
}

/** Who could still sign for a side: those whom the document names, else the managers of the side, else all of it. */
function signersOf(version: Version, side: Side, colleagues: readonly Colleague[]): Colleague[] {
  const signs = partiesOf(version.document)?.[side].signs
  if (signs === undefined || missingOf(version.document, side, version.signatures) === 0) return []
  const own = colleagues.filter((each) => each.side === side)
  const managers = own.filter(({ role }) => role === 'manager' || role === 'admin')
  const meant =
    typeof signs === 'number'
      ? managers.length > 0
        ? managers
        : own
      : own.filter((each) => signs.some((word) => isMeant(word, each)))
  return meant.filter(({ id }) => !version.signatures.some(({ user }) => user.id === id))
}

/**
 * After a signature: once it was the last, both teams hear that the version comes into force; before, whoever is still to
 * sign is asked, once, and the others who signed hear of it.
 */
export async function tellSigners(tx: PoolClient, caller: Caller, version: Version, nowMs: number): Promise<void> {
  const colleagues = await readColleagues(tx, version.version)
  const isSigned = (['marketing', 'sales'] as const).every(
    (side) => missingOf(version.document, side, version.signatures) === 0,
  )
  const data = { version: version.version, title: version.title, by: caller.name }
  const notice =
    (kind: Notice['kind']) =>
    (who: { id: string }): Notice => ({ userId: who.id, kind, personId: null, data })
  const others = colleagues.filter(({ id }) => id !== caller.id)
  if (isSigned) {
    await tell(tx, others.filter(({ role }) => role !== 'viewer').map(notice('agreement_in_force')), nowMs)
    return
  }
  const asked = [...signersOf(version, 'marketing', others), ...signersOf(version, 'sales', others)].filter(
    (each) => !each.was_asked,
  )
  const signed = others.filter(({ id }) => version.signatures.some(({ user }) => user.id === id))
  await tell(tx, [...asked.map(notice('signature_asked')), ...signed.map(notice('agreement_signed'))], nowMs)
}
