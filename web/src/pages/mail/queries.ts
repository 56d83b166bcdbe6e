import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import type { Answered, Schemas } from '../../api/types.ts'

export type MailboxView = Schemas['Mailbox']
export type MailServer = MailboxView['imap']
export type MailRule = MailboxView['rules'][number]
export type MailFolder = Schemas['MailFolder']
export type MailMessage = Schemas['MailMessage']
export type ThreadRow = Answered<'listMailThreads'>['threads'][number]
export type UnknownSender = Answered<'listUnknownSenders'>['senders'][number]
export type OutgoingMail = Schemas['OutgoingMail']
export type MailTemplate = Schemas['MailTemplate']
export type Tried = Answered<'testMailbox'>
export type Preset = Answered<'findMailboxPreset'>
export type SignInOffer = Answered<'listMailboxes'>['signIns'][number]
export type ProviderView = Answered<'listMailboxProviders'>['providers'][number]
export type ProviderName = ProviderView['provider']
export type BeginSignIn = {
  provider?: ProviderName
  mailboxId?: string
  address?: string
  displayName?: string
  policy?: MailboxView['policy']
  since?: string
}
export const PROVIDERS = ['google', 'microsoft', 'other'] as const

function first(): string | null {
  return null
}
const behind = (after: string | null) => (after === null ? {} : { after })

export const mailboxesQuery = queryOptions({
  queryKey: ['mailboxes'],
  queryFn: ({ signal }) => take(api.GET('/api/mailboxes', { signal })),
})

export const providersQuery = queryOptions({
  queryKey: ['mailboxes', 'providers'],
  queryFn: ({ signal }) => take(api.GET('/api/mailbox-providers', { signal })),
})

export const houseRuleQuery = queryOptions({
  queryKey: ['mailboxes', 'house'],
  queryFn: ({ signal }) => take(api.GET('/api/mailbox-settings', { signal })),
})

export const gapsQuery = (mailboxId: string) =>
  queryOptions({
    queryKey: ['mailboxes', mailboxId, 'gaps'],
    queryFn: ({ signal }) =>
      take(
        api.GET('/api/mailboxes/{mailboxId}/gaps', { params: { path: { mailboxId }, query: { days: 30 } }, signal }),
      ),
  })

export const threadsQuery = (whose: 'mine' | 'all') =>
  infiniteQueryOptions({
    queryKey: ['mailing', 'threads', whose],
    queryFn: ({ pageParam, signal }) =>
      take(api.GET('/api/mail-threads', { params: { query: { whose, limit: 50, ...behind(pageParam) } }, signal })),
    initialPageParam: first(),
    getNextPageParam: (page) => page.next,
  })

/** The thread by its own id, or by that of a mail in it, as a fact names it. */
export type ThreadKey = { threadId: string } | { mailId: string }

export const threadQuery = (key: ThreadKey) =>
  queryOptions({
    queryKey: ['mailing', 'thread', 'threadId' in key ? key.threadId : key.mailId],
    queryFn: ({ signal }) =>
      'threadId' in key
        ? take(api.GET('/api/mail-threads/{threadId}', { params: { path: key }, signal }))
        : take(api.GET('/api/mails-kept/{messageId}/thread', { params: { path: { messageId: key.mailId } }, signal })),
  })

export const htmlQuery = (messageId: string, hasPictures: boolean) =>
  queryOptions({
    queryKey: ['mailing', 'html', messageId, hasPictures],
    queryFn: ({ signal }) =>
      take(
        api.GET('/api/mails-kept/{messageId}/html', {
          params: { path: { messageId }, query: { pictures: hasPictures ? 'shown' : 'hidden' } },
          signal,
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const unknownQuery = infiniteQueryOptions({
  queryKey: ['mailing', 'unknown'],
  queryFn: ({ pageParam, signal }) =>
    take(api.GET('/api/unknown-senders', { params: { query: { limit: 50, ...behind(pageParam) } }, signal })),
  initialPageParam: first(),
  getNextPageParam: (page) => page.next,
})

export const outgoingQuery = queryOptions({
  queryKey: ['mailing', 'outgoing'],
  queryFn: ({ signal }) => take(api.GET('/api/outgoing-mails', { params: { query: { which: 'all' } }, signal })),
})

export const templatesQuery = queryOptions({
  queryKey: ['mailing', 'templates'],
  queryFn: ({ signal }) => take(api.GET('/api/mail-templates', { signal })),
})
