import type { History } from '@ensemble/engine/backtest/history.ts'
import { historyWriter } from '@ensemble/engine/backtest/history-writer.ts'
import { FACT_KINDS, isFactKind } from '@ensemble/engine/facts/kinds.ts'
import type { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { copyRows } from './copy-rows.ts'

type Span = { fromMs: number; toMs: number; untilMs: number }

const RANKS = Object.entries(FACT_KINDS)
  .map(([kind, { rank }]) => `when '${kind}' then ${rank}`)
  .join(' ')

/** A moment as COPY takes it, which knows no parameters; only whole numbers come here. */
function moment(ms: number): string {
  return `to_timestamp(${Math.trunc(ms)} / 1000.0)`
}

/** People heard of in the period who were first seen before it ended: those of the cohort, and those whose leads take up people's time then. */
function inSpan({ fromMs, toMs }: Span): string {
  return `people.first_seen_at < ${moment(toMs)} and people.last_seen_at >= ${moment(fromMs)}`
}

async function readFacts(client: Client, span: Span, onRow: (cells: (string | null)[]) => void): Promise<void> {
  await client.query(`set work_mem = '256MB'`)
  const stream = client.query(
    copyTo(
      `copy (
         select facts.person_id, kind, (extract(epoch from occurred_at) * 1000)::bigint, actor, channel, origin, campaign, landing_page, data
           from facts join people using (person_id)
          where ${inSpan(span)} and occurred_at <= ${moment(span.untilMs)} and kind <> 'fact.retracted'
            and not exists (select 1 from facts taken where taken.person_id = facts.person_id and taken.kind = 'fact.retracted'
                            and taken.data ->> 'fact' = facts.fact_id::text)
          order by facts.person_id, occurred_at, case kind ${RANKS} end, message_id
       ) to stdout`,
    ),
  )
  await copyRows(stream, onRow)
}

/** When people really became qualified: seen as such, or treated as such by sales. */
async function readQualified(client: Client, span: Span): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  const stream = client.query(
    copyTo(
      `copy (
         select person_id, (extract(epoch from min(least(qualified_at, accepted_at, contacted_at, opportunity_at))) * 1000)::bigint
           from leads join people using (person_id)
          where ${inSpan(span)} and coalesce(qualified_at, accepted_at, contacted_at, opportunity_at) is not null
          group by person_id
       ) to stdout`,
    ),
  )
  await copyRows(stream, ([personId, at]) => {
    if (typeof personId === 'string' && typeof at === 'string') found.set(personId, Number(at))
  })
  return found
}

/** The stories of a span as columns, streamed once out of the database; no row is kept as an object. */
export async function loadHistory(client: Client, span: Span, onRows: (rows: number) => void): Promise<History> {
  const qualifiedAt = await readQualified(client, span)
  const writer = historyWriter()
  let rows = 0
  await readFacts(client, span, (cells) => {
    const [personId, kind, at, actor, channel, origin, campaign, landingPage, data] = cells
    if (typeof personId !== 'string' || typeof kind !== 'string' || !isFactKind(kind)) return
    writer.add(
      personId,
      kind,
      Number(at),
      actor ?? null,
      channel ?? null,
      origin ?? null,
      campaign ?? null,
      landingPage ?? null,
      data ?? '{}',
    )
    rows += 1
    if (rows % 20_000 === 0) onRows(rows)
  })
  return writer.finish(qualifiedAt)
}
