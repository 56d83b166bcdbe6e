import { suggestNeeds } from '@ensemble/engine/needs/suggest-needs.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import type { getNeeds as promise } from './contract.ts'
import { needViews, readNeeds } from './need-views.ts'
import { lostLike, nameOfTopic, pagesOf, readTopics, saidLately, wordsOf } from './queries.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>

/** What somebody needs, what they may need besides and why, and where they spoke with us lately. */
export async function getNeeds(ctx: Context, caller: Caller, personId: string): Promise<View> {
  const { db } = ctx
  const known = await db.query('select 1 from people where person_id = $1', [personId])
  if (known.rows.length === 0)
    throw new Problem('not-found', 'There is no such person.', {
      mend: 'They may have been merged with somebody; search for them.',
    })
  const [needs, topics, pages, words, lost, said] = await Promise.all([
    readNeeds(db, [personId]),
    readTopics(db),
    pagesOf(db, personId),
    wordsOf(db, personId),
    lostLike(ctx, personId),
    saidLately(db, personId),
  ])
  const language = caller.locale ?? 'en'
  const suggestions = suggestNeeds(
    topics
      .filter((topic) => topic.isActive)
      .map((topic) => ({
        topic: topic.topic,
        name: nameOfTopic(topic, language),
        pages: topic.pages,
        phrases: Object.values(topic.phrases).flat(),
        lostReasons: topic.lostReasons,
      })),
    { pages, words, lost },
    needs.get(personId) ?? [],
  )
  return {
    needs: await needViews(db, needs, null),
    suggestions: suggestions.map(({ topic, name, evidence }) => ({
      topic,
      name,
      evidence: evidence.map((one) => ({ ...one, facts: [...one.facts] })),
    })),
    said: said.map((one) => ({ ...one, at: one.at.toISOString() })),
  }
}
