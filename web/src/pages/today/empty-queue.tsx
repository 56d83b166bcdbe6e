import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { paths } from '../../paths.ts'
import { Empty } from '../../ui/empty.tsx'
import { PlainButton } from '../../ui/plain-button.tsx'

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
  const toPeople = (
    <PlainButton onClick={() => void navigate({ to: paths.people })}>{t('today.empty.people')}</PlainButton>
  )
  if (isNew) {
    return (
      <Empty
        title={t('today.empty.startTitle')}
        action={
          <>
            <PlainButton variant="filled" onClick={() => void navigate({ to: paths.import })}>
              {t('today.empty.import')}
            </PlainButton>
            <PlainButton onClick={() => void navigate({ to: paths.forms })}>{t('today.empty.form')}</PlainButton>
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
        action={<PlainButton onClick={onEveryone}>{t('today.empty.everyone')}</PlainButton>}
      >
        {t('today.empty.nobodyText')}
      </Empty>
    )
  }
  if (owner !== 'me' && owner !== 'all') {
    return (
      <Empty
        title={t('today.empty.otherTitle')}
        action={<PlainButton onClick={onEveryone}>{t('today.empty.everyone')}</PlainButton>}
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
            <PlainButton variant="filled" onClick={onEveryone}>
              {t('today.empty.everyone')}
            </PlainButton>
          ) : null}
          {toPeople}
        </>
      }
    >
      {t('today.empty.text')}
    </Empty>
  )
}
