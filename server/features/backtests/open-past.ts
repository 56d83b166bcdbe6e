import type { History } from '@ensemble/engine/backtest/history.ts'
import type { StoredModels } from '@ensemble/engine/learning/stored-model.ts'
import type { RosterPerson } from '@ensemble/engine/routing/roster.ts'
import { momentOf } from '@ensemble/engine/worktime/local-time.ts'
import { parseDate } from '@ensemble/engine/worktime/parse-date.ts'
import { Client } from 'pg'
import { readModels } from '../models/stored-models.ts'
import { loadHistory } from './load-history.ts'
import type { PastQuestion } from './question.ts'
import { readCrew } from './read-crew.ts'

export type Past = {
  history: History
  roster: RosterPerson[]
  /** Learned scores that agreements may name. */
  models: StoredModels
  fromMs: number
  toMs: number
  untilMs: number
}

/** The moment at which a day begins in a zone, epoch ms. */
export function startOf(day: string, zone: string): number {
  return momentOf(zone, { day: parseDate(day) ?? 0, timeMs: 0 })
}

/** The last moment of which something is recorded: an import may have ended years ago. */
async function knownUntil(client: Client, nowMs: number): Promise<{ untilMs: number; facts: number }> {
  const { rows } = await client.query<{ last: Date | null; facts: string | null }>(
    'select max(last_seen_at) as last, sum(facts) as facts from people',
  )
  return { untilMs: Math.min(nowMs, rows[0]?.last?.getTime() ?? nowMs), facts: Number(rows[0]?.facts ?? 0) }
}

/** The learned scores as they are now: the last may have been saved after the history was read. */
export async function modelsOf(databaseUrl: string): Promise<StoredModels> {
  const client = new Client({ connectionString: databaseUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await readModels(client)
  } finally {
    await client.end()
  }
}

/** Reads the history around a period and the people of the pools, as of one moment of the database. */
export async function openPast(
  databaseUrl: string,
  { from, to, zone, nowMs }: Pick<PastQuestion, 'from' | 'to' | 'zone' | 'nowMs'>,
  onProgress: (share: number) => void,
): Promise<Past> {
  const client = new Client({ connectionString: databaseUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const { untilMs, facts } = await knownUntil(client, nowMs)
    const span = { fromMs: startOf(from, zone), toMs: startOf(to, zone), untilMs }
    const roster = await readCrew(client, span.fromMs)
    const history = await loadHistory(client, span, (rows) => onProgress(Math.min(1, rows / Math.max(1, facts))))
    return { ...span, history, roster, models: await readModels(client) }
  } finally {
    await client.end()
  }
}
