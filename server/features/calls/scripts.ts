import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import type { Queryable } from '../../db/queryable.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import type { Script } from './shapes.ts'

type Body = Omit<Script, 'id' | 'updatedAt' | 'isArchived' | 'message'>
type Row = {
  script_id: string
  name: string
  message_id: string | null
  opening: string
  questions: string[]
  driver: string
  proof: string
  objections: { says: string; answer: string }[]
  archived_at: Date | null
  updated_at: Date
  message: string | null
}

const COLUMNS = `script_id, name, message_id, opening, questions, driver, proof, objections, archived_at, updated_at,
  (select m.message from messages m where m.message_id = call_scripts.message_id and m.archived_at is null and m.approved_at is not null) as message`

function view(row: Row): Script {
  return {
    id: row.script_id,
    name: row.name,
    messageId: row.message_id,
    opening: row.opening,
    questions: row.questions,
    driver: row.driver,
    proof: row.proof,
    objections: row.objections,
    isArchived: row.archived_at !== null,
    updatedAt: row.updated_at.toISOString(),
    message: row.message,
  }
}

export async function readScripts(db: Queryable): Promise<Script[]> {
  const { rows } = await db.query<Row>(
    `select ${COLUMNS} from call_scripts order by archived_at is not null, name, script_id limit 200`,
  )
  return rows.map(view)
}

export async function readScript(db: Queryable, id: string | null): Promise<Script | null> {
  if (id === null) return null
  const { rows } = await db.query<Row>(`select ${COLUMNS} from call_scripts where script_id = $1`, [id])
  return rows[0] === undefined ? null : view(rows[0])
}

function values(body: Body): unknown[] {
  return [
    body.name,
    body.messageId,
    body.opening,
    JSON.stringify(body.questions),
    body.driver,
    body.proof,
    JSON.stringify(body.objections),
  ]
}

export async function createScript(ctx: Context, caller: Caller, body: Body): Promise<{ id: string }> {
  await checkMessage(ctx.db, body.messageId)
  const id = newId(ctx.now())
  await ctx.db.query(
    `insert into call_scripts (name, message_id, opening, questions, driver, proof, objections, script_id, created_by, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
    [...values(body), id, caller.id, new Date(ctx.now())],
  )
  return { id }
}

export async function changeScript(
  ctx: Context,
  scriptId: string,
  body: Body & { isArchived: boolean },
): Promise<void> {
  await checkMessage(ctx.db, body.messageId)
  const { rowCount } = await ctx.db.query(
    `update call_scripts set name = $1, message_id = $2, opening = $3, questions = $4, driver = $5, proof = $6, objections = $7,
       archived_at = case when $8 then coalesce(archived_at, $9) end, updated_at = $9 where script_id = $10`,
    [...values(body), body.isArchived, new Date(ctx.now()), scriptId],
  )
  if (rowCount === 0)
    throw new Problem('not-found', 'There is no such script.', { mend: 'Look at the list of scripts again.' })
}

/** The message a session's script carries: whoever picks up has heard it. Null outside a session, and where there is none. */
export async function messageOfSession(db: Queryable, sessionId: string | undefined): Promise<string | null> {
  if (sessionId === undefined) return null
  const { rows } = await db.query<{ message: string | null }>(
    'select c.message_id as message from call_sessions s join call_scripts c using (script_id) where s.session_id = $1',
    [sessionId],
  )
  return rows[0]?.message ?? null
}

async function checkMessage(db: Queryable, messageId: string | null): Promise<void> {
  if (messageId === null) return
  const { rowCount } = await db.query('select 1 from messages where message_id = $1 and archived_at is null', [
    messageId,
  ])
  if (rowCount === 0)
    throw new Problem('bad-request', 'There is no such message in the house.', {
      mend: 'Choose one of the messages in use, or none.',
      errors: [{ where: 'body.messageId', what: 'is not known' }],
    })
}
