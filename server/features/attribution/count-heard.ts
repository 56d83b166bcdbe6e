import { isWithin } from './journeys-of.ts'
import type { JourneyQuestion } from './question.ts'
import { LEVELS } from './touch-kinds.ts'
import type { TouchPast } from './touch-past.ts'

export type HeardQuestion = Pick<JourneyQuestion, 'level' | 'fromMs' | 'toMs'>
/** How many leads there are, and how many of them gave each answer, by the channel of their own touch. */
export type HeardAnswer = { leads: number; answers: { channel: string | null; said: string; leads: number }[] }

/** Leads that came so far in the period, each with its person's first answer to how they heard of us. */
export function countHeard({ outcomes, book, heard }: TouchPast, question: HeardQuestion): HeardAnswer {
  const level = LEVELS.indexOf(question.level)
  const reachedMs = [outcomes.atMs, outcomes.opportunityAtMs, outcomes.wonAtMs][level] ?? outcomes.atMs
  const counts = new Map<number, Map<number, number>>()
  let leads = 0
  for (let lead = 0; lead < outcomes.count; lead += 1) {
    if (outcomes.isAlive[lead] !== 1 || outcomes.level[lead] !== 0) continue
    const atMs = reachedMs[lead] ?? Number.NaN
    if (Number.isNaN(atMs) || !isWithin(question, atMs)) continue
    leads += 1
    const said = heard.saidBy[outcomes.person[lead] ?? 0] ?? 0
    if (said === 0) continue
    const channel = outcomes.channel[lead] ?? -1
    const own = counts.get(channel) ?? new Map<number, number>()
    own.set(said, (own.get(said) ?? 0) + 1)
    counts.set(channel, own)
  }
  const names = book.labels[0] ?? []
  return {
    leads,
    answers: [...counts].flatMap(([channel, own]) =>
      [...own].map(([said, count]) => ({
        channel: channel < 0 ? null : (names[channel] ?? null),
        said: heard.texts[said] ?? '',
        leads: count,
      })),
    ),
  }
}
