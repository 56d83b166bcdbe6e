import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import type { Answered, Schemas } from '../../api/types.ts'

export type ImportView = Schemas['ImportView']
export type Mapping = Schemas['ImportMapping']
export type Preview = Answered<'previewImport'>
export type Profiles = Answered<'listImportProfiles'>

/** Live events ask again; this is for the case that they are away. */
const MOVING_MS = 2_000

/** True while something happens to the import by itself. */
export function isMoving(view: ImportView): boolean {
  return view.status === 'queued' || view.status === 'running' || view.status === 'undoing'
}

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => take(api.GET('/api/imports', { signal })),
})

export function importQuery(importId: string) {
  return queryOptions({
    queryKey: ['imports', importId],
    queryFn: ({ signal }) => take(api.GET('/api/imports/{importId}', { params: { path: { importId } }, signal })),
    refetchInterval: ({ state }) => (state.data !== undefined && isMoving(state.data) ? MOVING_MS : false),
  })
}

export const profilesQuery = queryOptions({
  queryKey: ['import profiles'],
  queryFn: ({ signal }) => take(api.GET('/api/import-profiles', { signal })),
})

/** What the first rows would become. The rows stay on screen while a change of the mapping is asked about. */
export function previewQuery(importId: string, mapping: Mapping | null) {
  return queryOptions({
    queryKey: ['import preview', importId, mapping],
    queryFn: ({ signal }) =>
      take(
        api.POST('/api/imports/{importId}/previews', {
          params: { path: { importId } },
          body: mapping === null ? {} : { mapping },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Which stages the deals of the files go through, and what each is most like here. */
export function surveyQuery(importId: string) {
  return queryOptions({
    queryKey: ['import survey', importId],
    queryFn: ({ signal }) =>
      take(api.GET('/api/imports/{importId}/survey', { params: { path: { importId } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

const FIRST: string | null = null

/** The rows left out or repaired, page by page. */
export function issuesQuery(importId: string) {
  return infiniteQueryOptions({
    queryKey: ['imports', importId, 'issues'],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET('/api/imports/{importId}/issues', {
          params: { path: { importId }, query: { limit: 50, ...(pageParam === null ? {} : { after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: FIRST,
    getNextPageParam: (page) => page.next,
  })
}
