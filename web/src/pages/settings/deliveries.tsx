import { Button, NativeSelect } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { paths } from '../../paths.ts'
import { serverNow } from '../../ui/clock.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { MoreRows } from '../../ui/more-rows.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import { DeliveryRow } from './delivery-row.tsx'
import { deliveriesQuery, type WebhookView } from './queries.ts'
import { parseWebhooksSearch } from './search.ts'
import look from './settings.module.css'

const STATUSES = ['waiting', 'delivered', 'failed'] as const
const DAY_MS = 86_400_000
const AGES_DAYS = [1, 3, 7, 30] as const

type Which = { eventId: string } | { since: string; onlyFailed: boolean }

/** What a receiver was sent, newest first; each can be sent again, or all since a day. */
export function Deliveries({ webhook }: { webhook: WebhookView }) {
  const { t } = useTranslation()
  const { status } = parseWebhooksSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const client = useQueryClient()
  const [days, setDays] = useState(1)
  const query = useInfiniteQuery(deliveriesQuery(webhook.id, status))
  const replay = useMutation({
    mutationFn: (body: Which) =>
      take(api.POST('/api/webhooks/{webhookId}/replays', { params: { path: { webhookId: webhook.id } }, body })),
    retry: false,
    onSuccess: ({ count }) => sayDone(t('settings.webhooks.replayed', { count })),
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['webhooks'] }),
  })
  const show = (value: string) =>
    void navigate({
      to: paths.settingsWebhooks,
      search: { webhook: webhook.id, status: STATUSES.find((each) => each === value) },
      resetScroll: false,
    })
  const since = () => new Date(serverNow() - days * DAY_MS).toISOString()
  return (
    <>
      <div className={look.filters}>
        <NativeSelect
          label={t('settings.webhooks.show')}
          value={status ?? ''}
          data={[
            { value: '', label: t('settings.webhooks.everything') },
            ...STATUSES.map((each) => ({ value: each, label: t(`settings.webhooks.deliveryStatuses.${each}`) })),
          ]}
          onChange={(event) => show(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('settings.webhooks.replayOf')}
          value={String(days)}
          data={AGES_DAYS.map((each) => ({
            value: String(each),
            label: t('settings.webhooks.lastDays', { count: each }),
          }))}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
        />
        <Button loading={replay.isPending} onClick={() => replay.mutate({ since: since(), onlyFailed: true })}>
          {t('settings.webhooks.replayFailed')}
        </Button>
        <Button
          variant="subtle"
          disabled={replay.isPending}
          onClick={() => replay.mutate({ since: since(), onlyFailed: false })}
        >
          {t('settings.webhooks.replayAll')}
        </Button>
      </div>
      <Loaded query={query}>
        {({ pages }) => {
          const deliveries = pages.flatMap((page) => page.deliveries)
          if (deliveries.length === 0)
            return (
              <p className="quiet">
                {t(status === undefined ? 'settings.webhooks.nothingYet' : 'settings.webhooks.nothingSuch')}
              </p>
            )
          return (
            <>
              <ul className={look.list}>
                {deliveries.map((delivery) => (
                  <DeliveryRow
                    key={delivery.id}
                    delivery={delivery}
                    onReplay={() => replay.mutate({ eventId: delivery.id })}
                  />
                ))}
              </ul>
              <MoreRows pages={query} label={t('settings.older')} />
            </>
          )
        }}
      </Loaded>
    </>
  )
}
