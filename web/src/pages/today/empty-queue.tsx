import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { paths } from '../../paths.ts'
import { Empty } from '../../ui/empty.tsx'

/** An empty queue: good news, a new house, or another desk. Each says what will show here and what to do. */
export function EmptyQueue({
  owner,
  isManager,
  onEveryone,
}: {
  owner: string
  isManager: boolean
  onEveryone: () => void
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const any = useQuery({
    queryKey: ['leads', 'any'],
    queryFn: () => take(api.GET('/api/leads', { params: { query: { limit: 1 } } })),
  })
  if (any.isPending) return null
  const isNew = any.data?.leads.length === 0
  const toPeople = <Button onClick={() => void navigate({ to: paths.people })}>{t('today.empty.people')}</Button>
  if (isNew) {
    return (
      <Empty
        title={t('today.empty.startTitle')}
        action={
          <>
            <Button variant="filled" onClick={() => void navigate({ to: paths.import })}>
              {t('today.empty.import')}
            </Button>
            <Button onClick={() => void navigate({ to: paths.forms })}>{t('today.empty.form')}</Button>
          </>
        }
      >
        {t('today.empty.startText')}
      </Empty>
    )
  }
  if (owner === 'nobody') {
    return (
      <Empty
        title={t('today.empty.nobodyTitle')}
        action={<Button onClick={onEveryone}>{t('today.empty.everyone')}</Button>}
      >
        {t('today.empty.nobodyText')}
      </Empty>
    )
  }
  if (owner !== 'me' && owner !== 'all') {
    return (
      <Empty
        title={t('today.empty.otherTitle')}
        action={<Button onClick={onEveryone}>{t('today.empty.everyone')}</Button>}
      >
        {t('today.empty.otherText')}
      </Empty>
    )
  }
  return (
    <Empty
      title={t('today.empty.title')}
      action={
        <>
          {isManager && owner === 'me' ? (
            <Button variant="filled" onClick={onEveryone}>
              {t('today.empty.everyone')}
            </Button>
          ) : null}
          {toPeople}
        </>
      }
    >
      {t('today.empty.text')}
    </Empty>
  )
}
