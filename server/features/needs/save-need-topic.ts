import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import type { Topic } from './queries.ts'

/** Makes or changes a need of the catalogue. It needs a name in one language at least. */
export async function saveNeedTopic(ctx: Context, caller: Pick<Caller, 'id'> | null, topic: Topic): Promise<Topic> {
  if (Object.keys(topic.names).length === 0)
    throw new Problem('bad-request', 'A need has a name.', {
      mend: 'Give it a name in English or in French.',
      errors: [{ where: 'body.names', what: 'is empty' }],
    })
  await ctx.db.query(
    `insert into need_topics (topic, names, pages, phrases, lost_reasons, is_active, updated_by, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (topic) do update set names = excluded.names, pages = excluded.pages, phrases = excluded.phrases, lost_reasons = excluded.lost_reasons,
       is_active = excluded.is_active, updated_by = excluded.updated_by, updated_at = excluded.updated_at`,
    [
      topic.topic,
      JSON.stringify(topic.names),
      topic.pages,
      JSON.stringify(topic.phrases),
      topic.lostReasons,
      topic.isActive,
      caller?.id ?? null,
      new Date(ctx.now()),
    ],
  )
  return topic
}
