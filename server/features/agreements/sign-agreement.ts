import type { PoolClient } from 'pg'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { compileHere } from '../models/compile-here.ts'
import { hashOf, missingOf, partiesOf } from './parties.ts'
import { noSuchVersion, refuseUnnamed, signingSide, unreadable } from './policy.ts'
import { problemsHere } from './problems-here.ts'
import { type Summary, statusOf, summaryOf } from './summary-of.ts'
import { tellScreens } from './tell-screens.ts'
import { tellSigners } from './tell-signers.ts'
import { readVersions, type Version, versionInForce } from './versions.ts'
import { lockVersions } from './versions-lock.ts'

type Input = { version: number; inForceFrom?: string | undefined }

function refuseClosed(version: Version, inForce: Version | null, nowMs: number): void {
  const status = statusOf(version, inForce, nowMs)
  if (status !== 'withdrawn' && status !== 'superseded') return
  const by = version.withdrawn?.by
  const how = status === 'superseded' ? 'has been replaced' : `was withdrawn${by ? ` by ${by.name}` : ''}`
  throw new Problem('refused', `Version ${version.version} ${how} and is no longer signed.`, {
    mend: 'Sign the draft that takes its place, or draft one.',
  })
}

/** The day all agree on: who signs later signs for the day that stands there. */
function agreedDay(version: Version, wanted: string | undefined): Date | null {
  const stands = version.inForceFrom
  if (wanted === undefined) return stands
  const day = new Date(wanted)
  if (stands === null || stands.getTime() === day.getTime()) return day
  throw new Problem('conflict', `The others signed for ${stands.toISOString()}.`, {
    mend: 'Sign without a date to agree, or withdraw this draft and draft it anew for another day.',
    errors: [{ where: 'body.inForceFrom', what: 'differs from the date that stands' }],
  })
}

async function whoSigns(tx: PoolClient, caller: Caller): Promise<{ name: string; email: string | null }> {
  const { rows } = await tx.query<{ name: string; email: string | null }>(
    'select name, email from users where id = $1',
    [caller.id],
  )
  return rows[0] ?? { name: caller.name, email: null }
}

/** Every process hears of a signature within this time: none may decide by the version before at a moment of the new one. */
const HEARD_WITHIN_MS = 2_000

/** Both sides have signed: it is in force from its day, or at once. What was in force before stays on record with its dates. */
async function bringIntoForce(tx: PoolClient, version: Version, nowMs: number): Promise<void> {
  const compiled = await compileHere(tx, version.document, version.version)
  const problems = compiled.ok ? await problemsHere(tx, version.document, compiled.agreement) : compiled.problems
  if (problems.length > 0) throw unreadable(problems, 'It cannot come into force, and this signature was not stored.')
  const soonest = new Date(nowMs + HEARD_WITHIN_MS)
  const from = version.inForceFrom !== null && version.inForceFrom > soonest ? version.inForceFrom : soonest
  if (from === soonest) {
    await tx.query(`update agreements set status = 'superseded' where status = 'in force' and in_force_from <= $1`, [
      soonest,
    ])
  }
  await tx.query(`update agreements set status = 'in force', in_force_from = $2 where version = $1`, [
    version.version,
    from,
  ])
}

async function readOne(tx: PoolClient, number: number): Promise<{ version: Version; versions: Version[] }> {
  const versions = await readVersions(tx)
  const version = versions.find((each) => each.version === number)
  if (version === undefined) throw noSuchVersion(number)
  return { version, versions }
}

async function sign(tx: PoolClient, ctx: Context, caller: Caller, input: Input): Promise<void> {
  const nowMs = ctx.now()
  const { version, versions } = await readOne(tx, input.version)
  refuseClosed(version, versionInForce(versions, nowMs), nowMs)
  const parties = partiesOf(version.document)
  if (parties === null)
    throw new Problem('refused', `Version ${version.version} cannot be read by this Ensemble.`, {
      mend: 'Draft it anew.',
    })
  const side = signingSide(caller)
  refuseUnnamed(side, parties, await whoSigns(tx, caller))
  const inForceFrom = version.status === 'draft' ? agreedDay(version, input.inForceFrom) : version.inForceFrom
  const { rowCount } = await tx.query(
    `insert into signatures (version, user_id, side, document_hash, signed_at) values ($1, $2, $3, $4, $5)
     on conflict (version, user_id) do update set side = excluded.side, document_hash = excluded.document_hash, signed_at = excluded.signed_at
       where signatures.document_hash <> excluded.document_hash`,
    [version.version, caller.id, side, hashOf(version.document), new Date(nowMs)],
  )
  if (rowCount === 0 || version.status !== 'draft') return
  await tx.query('update agreements set in_force_from = $2 where version = $1', [version.version, inForceFrom])
  const { version: signed } = await readOne(tx, input.version)
  const missing =
    missingOf(signed.document, 'marketing', signed.signatures) + missingOf(signed.document, 'sales', signed.signatures)
  if (missing === 0) await bringIntoForce(tx, signed, nowMs)
  await tellSigners(tx, caller, signed, nowMs)
}

/**
 * Signs a version for the side of one's team. The last signature that was missing brings a draft into force on its day, at
 * the soonest two seconds from now, by when every process knows. Signing twice is signing once. A signature holds for the
 * very text it was put under.
 */
export async function signAgreement(ctx: Context, caller: Caller, input: Input): Promise<Summary> {
  await inTransaction(ctx.db, async (tx) => {
    await lockVersions(tx)
    await sign(tx, ctx, caller, input)
    await tellScreens(tx)
  })
  await ctx.agreements.refresh()
  const versions = await readVersions(ctx.db)
  const version = versions.find((each) => each.version === input.version)
  if (version === undefined) throw noSuchVersion(input.version)
  return summaryOf(version, versionInForce(versions, ctx.now()), ctx.now())
}
