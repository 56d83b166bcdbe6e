import type { Suggestion } from '@ensemble/engine/backtest/suggest.ts'
import { suggestedDocument } from '@ensemble/engine/backtest/suggested-document.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { Period } from './question.ts'
import { runInThread, type Watching } from './run-in-thread.ts'
import { surroundingsOf } from './surroundings-of.ts'

export type SuggestedAgreement = Suggestion & {
  from: string
  to: string
  basedOn: number
  knownUntil: string
  /** Leads a week the clauses were fitted to; null: whatever is better than the average. */
  perWeek: number | null
  /** The version in force with its definition of a qualified lead replaced. */
  document: string
}

/** Drafts an agreement from the data: who may be called first, by where they came from. Stores nothing. */
export async function suggestAgreement(
  ctx: Context,
  asked: Period & { perWeek: number | null },
  watching: Watching = {},
): Promise<SuggestedAgreement> {
  const { databaseUrl, zone, nowMs, inForce } = await surroundingsOf(ctx, asked)
  const done = await runInThread(
    { databaseUrl, question: { task: 'suggest', ...asked, zone, nowMs, inForce } },
    watching,
  )
  if (!('suggested' in done)) throw new Error('a suggestion was asked for')
  const { suggestion, perWeek, untilMs } = done.suggested
  if (suggestion.clauses.length === 0) {
    throw new Problem('refused', `The leads first met from ${asked.from} to ${asked.to} suggest no clause.`, {
      mend:
        suggestion.average.k === 0
          ? 'None of them has been won yet. Choose an earlier or a longer period.'
          : 'Allow more leads a week, or choose a longer period.',
    })
  }
  const { won, average } = suggestion
  const percent = (rate: number | null): string => `${((rate ?? 0) * 100).toFixed(1)} %`
  const comment = [
    `Drafted from the leads first met from ${asked.from} to ${asked.to} (excluded): ${suggestion.taken} of ${suggestion.leads},`,
    `${suggestion.takenPerWeek} a week; ${percent(won.rate)} of them were won, ${percent(average.rate)} of all.`,
  ].join('\n')
  return {
    ...suggestion,
    from: asked.from,
    to: asked.to,
    basedOn: inForce.version,
    knownUntil: new Date(untilMs).toISOString(),
    perWeek,
    document: suggestedDocument(inForce.document, suggestion.clauses, comment),
  }
}
