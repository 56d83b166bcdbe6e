import { queryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import type { Answered, Schemas } from '../../api/types.ts'

export type LearnedScore = Answered<'listLearnedScores'>['scores'][number]
export type LearnedDetail = Answered<'getLearnedScore'>
export type LearnedReport = Schemas['LearnedReport']

export const learnedScoresQuery = queryOptions({
  queryKey: ['learned-scores'],
  queryFn: ({ signal }) => take(api.GET('/api/learned-scores', { signal })),
})

export function learnedScoreQuery(name: string) {
  return queryOptions({
    queryKey: ['learned-scores', name],
    queryFn: ({ signal }) => take(api.GET('/api/learned-scores/{name}', { params: { path: { name } }, signal })),
  })
}
