import { Button, Checkbox, Modal, Progress } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { sayRefused } from '../../ui/toast.ts'
import { rerouteQuery, type UserView } from './queries.ts'
import look from './team.module.css'

type AskProps = { user: UserView; isBusy: boolean; onClose: () => void; onDeactivate: (reroute: boolean) => void }

/** Before somebody is deactivated: how many open leads they have, and whether those go to others. */
export function AskDeactivate({ user, isBusy, onClose, onDeactivate }: AskProps) {
  const { t } = useTranslation()
  const preview = useQuery(rerouteQuery(user.id))
  const leads = preview.data?.openLeads ?? user.openLeads
  const [reroute, setReroute] = useState(true)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('team.deactivateTitle', { name: user.name })}
      size={480}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={look.form}>
        <p>{t('team.deactivateText', { name: user.name })}</p>
        {leads === 0 ? (
          <p className="quiet">{t('team.handOnNothing')}</p>
        ) : (
          <Checkbox
            label={t('team.handOn', { count: leads })}
            description={t(reroute ? 'team.handOnNote' : 'team.handOnNot')}
            checked={reroute}
            onChange={(event) => setReroute(event.currentTarget.checked)}
          />
        )}
        <div className={look.buttons}>
          <Button variant="filled" loading={isBusy} onClick={() => onDeactivate(reroute)} data-autofocus>
            {t('team.deactivate')}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {t('team.cancel')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

/** How far the handing on of somebody's leads has come, and the button that begins it for whoever is gone already. */
export function HandingOn({ user }: { user: UserView }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const query = useQuery({
    ...rerouteQuery(user.id),
    refetchInterval: ({ state }) => {
      const latest = state.data?.latest
      const isMoving =
        latest?.status === 'running' || (latest?.status === 'planned' && Date.parse(latest.beginsAt) <= Date.now())
      return isMoving ? 1_000 : false
    },
  })
  const begin = useMutation({
    mutationFn: () => take(api.POST('/api/users/{userId}/reroute', { params: { path: { userId: user.id } } })),
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['reroute', user.id] }),
  })
  if (query.data === undefined) return null
  const { latest, openLeads } = query.data
  const isGone = !user.isActive || user.isAwayNow
  const isMoving = latest !== null && (latest.status === 'running' || latest.status === 'planned')
  if (!isMoving && !(isGone && openLeads > 0) && latest === null) return null
  return (
    <section className={look.part} aria-live="polite">
      <h3>{t('team.handingOn')}</h3>
      {latest?.status === 'running' && (
        <>
          <Progress
            value={latest.total === 0 ? 100 : (latest.done / latest.total) * 100}
            aria-label={t('team.handingOn')}
          />
          <p className="tnum">{t('team.handedOn', { done: latest.done, total: latest.total })}</p>
        </>
      )}
      {latest?.status === 'planned' && <p>{t('team.handOnPlanned')}</p>}
      {latest?.status === 'done' && (
        <p className="tnum">
          {t('team.handedOn', { done: latest.done, total: latest.total })}
          {latest.waiting > 0 && ` ${t('team.handOnWaiting', { count: latest.waiting })}`}
        </p>
      )}
      {latest?.status === 'cancelled' && <p>{t('team.handOnCancelled', { done: latest.done, total: latest.total })}</p>}
      {isGone && !isMoving && openLeads > 0 && (
        <div className={look.buttons}>
          <Button loading={begin.isPending} onClick={() => begin.mutate()}>
            {t('team.handOn', { count: openLeads })}
          </Button>
        </div>
      )}
    </section>
  )
}
