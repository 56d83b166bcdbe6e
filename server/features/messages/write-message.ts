import { randomUUID } from 'node:crypto'
import { countWords } from '@ensemble/engine/needs/judge-message.ts'
import { MOST_WORDS } from '@ensemble/engine/needs/message.ts'
import type { PoolClient } from 'pg'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { Content } from './queries.ts'

type Written = { id: string; version: number }

export function noSuchMessage(): Problem {
  return new Problem('not-found', 'There is no such message.', {
    mend: 'It may have been archived: look at the message house.',
  })
}

function check(content: Content): void {
  const words = countWords(content.message)
  if (words > MOST_WORDS)
    throw new Problem('bad-request', `A message has at most ${MOST_WORDS} words; this one has ${words}.`, {
      mend: 'Say it shorter: it is spoken, not read. What proves it goes into the proofs.',
      errors: [{ where: 'body.message', what: `has ${words} words` }],
    })
  const late = content.proofs.findIndex(
    (proof) => proof.on !== null && proof.expiresOn !== null && proof.expiresOn < proof.on,
  )
  if (late >= 0)
    throw new Problem('bad-request', 'A proof cannot expire before its day.', {
      mend: 'Give a later last day, or none.',
      errors: [{ where: `body.proofs.${late}.expiresOn`, what: 'is before the day of the proof' }],
    })
}

async function checkLinks(tx: PoolClient, content: Content): Promise<void> {
  const { rows } = await tx.query<{ pillar: boolean; owner: boolean }>(
    'select exists (select 1 from message_pillars where pillar_id = $1) as pillar, $2::uuid is null or exists (select 1 from users where id = $2) as owner',
    [content.pillarId, content.ownerId],
  )
  if (rows[0]?.pillar !== true)
    throw new Problem('bad-request', 'There is no such pillar.', {
      mend: 'Choose one of the pillars of the message house.',
      errors: [{ where: 'body.pillarId', what: 'is no pillar' }],
    })
  if (rows[0].owner !== true)
    throw new Problem('bad-request', 'There is no such person among the colleagues.', {
      mend: 'Choose one of the list of people.',
      errors: [{ where: 'body.ownerId', what: 'names nobody' }],
    })
}

async function keepVersion(
  tx: PoolClient,
  written: Written,
  content: Content,
  by: string | null,
  at: Date,
): Promise<void> {
  const { ownerId: _, ...kept } = content
  await tx.query(
    'insert into message_versions (message_id, version, content, changed_by, changed_at) values ($1, $2, $3, $4, $5)',
    [written.id, written.version, JSON.stringify(kept), by, at],
  )
}

function valuesOf(content: Content): unknown[] {
  return [
    content.pillarId,
    content.persona,
    content.stage,
    content.language,
    content.topic,
    content.driver,
    content.message,
    JSON.stringify(content.proofs),
    JSON.stringify(content.objections),
    content.ownerId,
  ]
}

/** Writes a message as version 1. */
export async function createMessage(
  ctx: Context,
  by: string | null,
  content: Content,
  id: string = randomUUID(),
): Promise<Written> {
  check(content)
  const at = new Date(ctx.now())
  return inTransaction(ctx.db, async (tx) => {
    await checkLinks(tx, content)
    const { rowCount } = await tx.query(
      `insert into messages (pillar_id, persona, stage, language, topic, driver, message, proofs, objections, owner, message_id, updated_by, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing`,
      [...valuesOf(content), id, by, at],
    )
    const written = { id, version: 1 }
    if (rowCount) await keepVersion(tx, written, content, by, at)
    return written
  })
}

/** Writes another version. It must be approved again. A version somebody else has written meanwhile is not written over. */
export async function changeMessage(
  ctx: Context,
  by: string | null,
  input: { id: string; version: number; content: Content },
): Promise<Written> {
  const { id, version, content } = input
  check(content)
  const at = new Date(ctx.now())
  return inTransaction(ctx.db, async (tx) => {
    const { rows } = await tx.query<{ version: number }>(
      'select version from messages where message_id = $1 and archived_at is null for update',
      [id],
    )
    const [now] = rows
    if (now === undefined) throw noSuchMessage()
    if (now.version !== version)
      throw new Problem('conflict', 'Somebody has written another version meanwhile.', {
        mend: 'Look at it, and write yours on top of it.',
        errors: [{ where: 'body.version', what: `is ${version}; the latest is ${now.version}` }],
      })
    await checkLinks(tx, content)
    const written = { id, version: version + 1 }
    await tx.query(
      `update messages set pillar_id = $1, persona = $2, stage = $3, language = $4, topic = $5, driver = $6, message = $7, proofs = $8, objections = $9,
              owner = $10, version = $12, approved_by = null, approved_at = null, updated_by = $13, updated_at = $14 where message_id = $11`,
      [...valuesOf(content), id, written.version, by, at],
    )
    await keepVersion(tx, written, content, by, at)
    return written
  })
}
