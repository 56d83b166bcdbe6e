import { countWords, judgeMessage } from '@ensemble/engine/needs/judge-message.ts'
import type { HouseMessage } from '@ensemble/engine/needs/message.ts'
import type { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import type { houseMessage, messageContent } from './contract.ts'

export type Content = z.output<typeof messageContent>
export type MessageView = z.output<typeof houseMessage>
type User = { id: string; name: string } | null
type Row = Pick<
  MessageView,
  | 'id'
  | 'pillarId'
  | 'persona'
  | 'stage'
  | 'language'
  | 'topic'
  | 'driver'
  | 'message'
  | 'proofs'
  | 'objections'
  | 'version'
> & { owner: User; approvedBy: User; approved_at: Date | null; updatedBy: User; updated_at: Date; used: number }

const USER = (column: string): string =>
  `(select json_build_object('id', u.id, 'name', u.name) from users u where u.id = m.${column})`

/** The messages in use, with what each lacks today. */
export async function readMessages(db: Queryable, today: string): Promise<MessageView[]> {
  const { rows } = await db.query<Row>(
    `select m.message_id as id, m.pillar_id as "pillarId", m.persona, m.stage, m.language, m.topic, m.driver, m.message, m.proofs, m.objections,
            m.version, ${USER('owner')} as owner, ${USER('approved_by')} as "approvedBy", m.approved_at, ${USER('updated_by')} as "updatedBy", m.updated_at,
            (select count(*)::int from facts f where f.data->>'message' = m.message_id::text
                and f.kind in ('call.made', 'email.sent', 'message.sent', 'meeting.held') and f.data->>'message' is not null) as used
       from messages m where m.archived_at is null order by m.updated_at desc, m.message_id`,
  )
  return rows.map(({ approved_at, updated_at, ...row }) => {
    const message = {
      ...row,
      approvedAt: approved_at?.toISOString() ?? null,
      updatedAt: updated_at.toISOString(),
      words: countWords(row.message),
    }
    return { ...message, gaps: judgeMessage(asHouseMessage(message), today) }
  })
}

/** A message as the engine judges and ranks it. */
export function asHouseMessage(
  view: Omit<MessageView, 'gaps' | 'used' | 'words' | 'updatedBy' | 'updatedAt' | 'owner'>,
): HouseMessage {
  const { id, pillarId, persona, stage, language, topic, driver, message, proofs, version, approvedAt } = view
  return {
    id,
    pillar: pillarId,
    persona,
    stage,
    language,
    topic,
    driver,
    message,
    proofs,
    version,
    isApproved: approvedAt !== null,
  }
}

export type Pillar = { id: string; name: string }

export async function readPillars(db: Queryable): Promise<Pillar[]> {
  const { rows } = await db.query<Pillar>(
    'select pillar_id as id, name from message_pillars order by position, pillar_id',
  )
  return rows
}

export async function readRoof(db: Queryable): Promise<string> {
  const { rows } = await db.query<{ value: unknown }>(`select value from settings where key = 'message roof'`)
  const value = rows[0]?.value
  return typeof value === 'string' ? value : ''
}

/** The roles people have, the commonest first: among the latest thousand. */
export async function rolesOfPeople(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ role: string }>(
    `select state->'person'->>'role' as role
       from (select state from people where not is_anonymous order by last_seen_at desc, person_id desc limit 1000) p
      where state->'person'->>'role' is not null group by 1 order by count(*) desc, 1 limit 30`,
  )
  return rows.map((row) => row.role)
}

export async function readMessageVersions(
  db: Queryable,
  messageId: string,
): Promise<{ version: number; at: string; by: User; content: Omit<Content, 'ownerId'> }[]> {
  const { rows } = await db.query<{ version: number; changed_at: Date; by: User; content: Omit<Content, 'ownerId'> }>(
    `select v.version, v.changed_at, v.content, (select json_build_object('id', u.id, 'name', u.name) from users u where u.id = v.changed_by) as by
       from message_versions v where v.message_id = $1 order by v.version desc limit 200`,
    [messageId],
  )
  return rows.map(({ changed_at, ...row }) => ({ ...row, at: changed_at.toISOString() }))
}

/** When each message was last used with somebody. */
export async function lastUses(db: Queryable, personId: string): Promise<Map<string, string>> {
  const { rows } = await db.query<{ message: string; at: Date }>(
    `select data->>'message' as message, max(occurred_at) as at from facts
      where person_id = $1 and kind in ('call.made', 'email.sent', 'message.sent', 'meeting.held') and data->>'message' is not null group by 1`,
    [personId],
  )
  return new Map(rows.map((row) => [row.message, row.at.toISOString()]))
}
