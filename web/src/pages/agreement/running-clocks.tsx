import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { sayClock } from '../../ui/say-clock.ts'

/** What signing would do to the clocks that run: how many keep their terms, and how many take others. */
export function RunningClocks({ version }: { version: number }) {
  const { t } = useTranslation()
  const { data } = useQuery({
    queryKey: ['agreements', 'running clocks', version],
    queryFn: ({ signal }) =>
      take(api.GET('/api/agreements/{version}/running-clocks', { params: { path: { version } }, signal })),
  })
  if (data === undefined) return null
  if (data.takes === 'keep' || data.changing === 0)
    return <p className="quiet small">{t('feedback.clocks.keep', { count: data.running })}</p>
  const by = data.clocks
    .filter((one) => one.changing > 0)
    .map((one) => t('feedback.clocks.by', { clock: sayClock(one.clock, t), n: one.changing }))
  return (
    <p className="small">
      <b>{t('feedback.clocks.take', { count: data.changing, running: data.running })}</b> {by.join(', ')}
    </p>
  )
}
