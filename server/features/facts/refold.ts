import type { PoolClient } from 'pg'
import type { Context } from '../../context.ts'
import { routeWaiting } from '../leads/route-waiting.ts'
import { settleTurns } from '../leads/settle-turns.ts'
import { lockStories } from './load-stories.ts'
import { refoldStory } from './refold-story.ts'
import { writeStories } from './write-stories.ts'

/** Folds people's stories anew from their stored facts: after facts were taken away with an import, or moved. */
export async function refold(ctx: Context, tx: PoolClient, personIds: readonly string[]): Promise<void> {
  const nowMs = ctx.now()
  const stories = [...(await lockStories(tx, personIds)).values()]
  for (const story of stories) {
    await refoldStory(tx, story, (atMs) => ctx.agreements.at(atMs), nowMs)
    const { rows } = await tx.query<{ n: number; first: Date | null; last: Date | null }>(
      'select count(*)::int as n, min(occurred_at) as first, max(occurred_at) as last from facts where person_id = $1',
      [story.personId],
    )
    story.factsBefore = rows[0]?.n ?? 0
    story.firstSeenAt = rows[0]?.first?.getTime() ?? story.firstSeenAt
    story.lastSeenAt = rows[0]?.last?.getTime() ?? story.lastSeenAt
  }
  for (const story of stories) story.mustRefold = true
  await settleTurns(tx, stories)
  await routeWaiting(tx, ctx, stories, nowMs)
  await writeStories(tx, stories, ctx.agreements.at(nowMs), nowMs)
}
