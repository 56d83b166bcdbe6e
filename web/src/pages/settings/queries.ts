import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, take } from '../../api/client.ts'
import type { Answered, Schemas } from '../../api/types.ts'

export type Preferences = Schemas['NoticePreferences']
export type NoticeKind = keyof Preferences['ways']
export type Way = Preferences['ways'][NoticeKind]
export type MailView = Schemas['MailView']
export type Mail = Answered<'listMails'>['mails'][number]
export type WebhookView = Schemas['WebhookView']
export type WebhookKind = Answered<'listWebhooks'>['kinds'][number]
export type Delivery = Answered<'listDeliveries'>['deliveries'][number]
export type DeliveryStatus = Delivery['status']

/** Where the first page of a list begins. */
function first(): string | null {
  return null
}

export const preferencesQuery = queryOptions({
  queryKey: ['notices', 'preferences'],
  queryFn: ({ signal }) => take(api.GET('/api/notices/preferences', { signal })),
})

export const mailQuery = queryOptions({
  queryKey: ['mail'],
  queryFn: ({ signal }) => take(api.GET('/api/mail', { signal })),
})

export const mailsQuery = infiniteQueryOptions({
  queryKey: ['mails'],
  queryFn: ({ pageParam, signal }) =>
    take(
      api.GET('/api/mails', {
        params: { query: { limit: 25, ...(pageParam === null ? {} : { after: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: first(),
  getNextPageParam: (page) => page.next,
})

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ signal }) => take(api.GET('/api/webhooks', { signal })),
})

export const deliveriesQuery = (webhookId: string, status: DeliveryStatus | undefined) =>
  infiniteQueryOptions({
    queryKey: ['webhooks', webhookId, 'deliveries', status ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET('/api/webhooks/{webhookId}/deliveries', {
          params: {
            path: { webhookId },
            query: {
              limit: 25,
              ...(status === undefined ? {} : { status }),
              ...(pageParam === null ? {} : { after: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: first(),
    getNextPageParam: (page) => page.next,
    refetchInterval: 5_000,
  })
