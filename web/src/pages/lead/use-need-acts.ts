import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { newUuid } from '../../acts/new-uuid.ts'
import { factFor, useRecord } from '../../acts/use-record.ts'
import { needsQuery } from '../../api/needs-query.ts'
import type { Answered, Schemas } from '../../api/types.ts'

export type Need = Schemas['NeedView']
export type Suggestion = Schemas['NeedSuggestion']
type Needs = Answered<'getNeeds'>
export type Verdict = 'confirmed' | 'refuted' | 'reopened' | 'resolved' | 'supported'

const STATUS = { confirmed: 'confirmed', refuted: 'refuted', reopened: 'open', resolved: 'resolved' } as const

/** Judging needs and taking up hypotheses: painted at once, stored behind, undone on demand. */
export function useNeedActs(personId: string) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { record } = useRecord()
  const { queryKey } = needsQuery(personId)
  const paint = (change: (needs: Needs) => Needs) =>
    client.setQueryData<Needs>(queryKey, (needs) => (needs === undefined ? undefined : change(needs)))

  const judge = (need: Need, verdict: Verdict, more: Record<string, unknown> = {}) => {
    const data = { need: need.id, verdict, ...more }
    record({
      act: 'need',
      personIds: [personId],
      facts: [factFor(personId, 'need.judged', data)],
      said: t(`lead.need.did.${verdict}`, { need: need.need }),
    })
    if (verdict === 'supported') return
    paint((needs) => ({
      ...needs,
      needs: needs.needs.map((one) => (one.id === need.id ? { ...one, status: STATUS[verdict] } : one)),
    }))
  }

  /** Keeps a suggestion as a hypothesis, or judges it at once. */
  const takeUp = (suggestion: Suggestion, verdict: 'confirmed' | 'refuted' | null) => {
    const id = newUuid()
    const { topic, name, evidence } = suggestion
    const told = evidence.map(({ of, ...one }) => (of === null ? one : { ...one, of }))
    const facts = [
      factFor(personId, 'need.stated', { id, need: name, topic, isKnown: false, evidence: told }),
      ...(verdict === null ? [] : [factFor(personId, 'need.judged', { need: id, verdict })]),
    ]
    record({ act: 'need', personIds: [personId], facts, said: t(`lead.need.did.${verdict ?? 'kept'}`, { need: name }) })
    const now = new Date().toISOString()
    paint((needs) => ({
      ...needs,
      suggestions: needs.suggestions.filter((one) => one.topic !== topic),
      needs: [
        {
          id,
          personId,
          person: null,
          need: name,
          topic,
          isKnown: false,
          status: verdict ?? 'open',
          statedAt: now,
          statedBy: null,
          judgedAt: null,
          quotes: [],
          evidence,
          offered: null,
          history: [],
        },
        ...needs.needs,
      ],
    }))
  }
  return { judge, takeUp }
}
