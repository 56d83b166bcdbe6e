import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import { ProblemError, problemFrom } from '../../api/problem-error.ts'
import type { Answered, Schemas } from '../../api/types.ts'
import type { ConversationsSearch } from './search.ts'

export type Conversation = Answered<'getConversation'>
export type ConversationRow = Schemas['ConversationRow']
export type Speaker = Schemas['SpeakerView']
export type Talk = Answered<'getTalk'>
export type Previewed = Answered<'previewConversations'>['conversations'][number]
export type PhraseLists = Answered<'getPhraseLists'>['lists']

export const conversationQuery = (conversationId: string) =>
  queryOptions({
    queryKey: ['conversations', 'one', conversationId],
    queryFn: ({ signal }) =>
      take(api.GET('/api/conversations/{conversationId}', { params: { path: { conversationId } }, signal })),
  })

function defined<T extends object>(query: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as never
}

export const talkQuery = ({ kind, from, to }: ConversationsSearch) =>
  queryOptions({
    queryKey: ['conversations', 'talk', kind, from, to],
    queryFn: ({ signal }) =>
      take(api.GET('/api/talk', { params: { query: defined({ callKind: kind, from, to }) }, signal })),
  })

/** Where the first page of a list begins. */
function first(): string | null {
  return null
}

export const conversationsQuery = ({ kind, seller, heard, heardKind, from, to }: ConversationsSearch) =>
  infiniteQueryOptions({
    queryKey: ['conversations', 'list', kind, seller, heard, heardKind, from, to],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET('/api/conversations', {
          params: {
            query: defined({ callKind: kind, seller, heard, heardKind, from, to, after: pageParam ?? undefined }),
          },
          signal,
        }),
      ),
    initialPageParam: first(),
    getNextPageParam: (page) => page.next,
  })

export const phraseListsQuery = queryOptions({
  queryKey: ['conversations', 'lists'],
  queryFn: ({ signal }) => take(api.GET('/api/phrase-lists', { signal })),
})

async function send<T>(url: string, file: File, fields: Record<string, string>): Promise<T> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', file, file.name)
  const answer = await fetch(url, {
    method: 'POST',
    body: form,
    headers: { 'accept-language': document.documentElement.lang },
  }).catch(() => {
    throw new ProblemError('offline', 0, '', null, [])
  })
  const body = await answer.json().catch(() => null)
  if (!answer.ok) throw problemFrom(body, answer.status)
  return body
}

/** What a transcript holds and who may be speaking; nothing is stored. */
export function previewTranscript(file: File, personId: string): Promise<{ conversations: Previewed[] }> {
  return send('/api/conversations/previews', file, { personId })
}

export type NewConversation = {
  place: number
  callKind: string
  title: string
  heldAt: string | null
  speakers: { key: string; side: Speaker['side']; userId: string | null; personId: string | null }[]
}

/** Puts a transcript into somebody’s story. */
export function addTranscript(
  file: File,
  personId: string,
  { place, callKind, title, heldAt, speakers }: NewConversation,
): Promise<{ conversationId: string; isNew: boolean }> {
  return send(`/api/people/${personId}/conversations`, file, {
    place: String(place),
    callKind,
    ...(title === '' ? {} : { title }),
    ...(heldAt === null ? {} : { heldAt }),
    speakers: JSON.stringify(speakers),
  })
}
