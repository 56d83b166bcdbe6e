import { Button, Select } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done } from '../../api/client.ts'
import { useIsRole } from '../../api/session.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { sayRefused, sayUndo } from '../../ui/toast.ts'
import { Amounts } from './amounts.tsx'
import { CampaignEditor } from './campaign-editor.tsx'
import look from './campaigns.module.css'
import { campaignsQuery, type UnclaimedName, unclaimedQuery } from './queries.ts'

/** Names in touches and costs that lead to no campaign: each can be created, or given to one. */
export function Unclaimed({ count }: { count: number }) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  if (count === 0) return null
  return (
    <section className={look.unclaimed}>
      <div className={look.unclaimedHead}>
        <div>
          <b>{t('campaigns.unclaimed', { count })}</b>
          <p className="quiet">{t('campaigns.unclaimedText')}</p>
        </div>
        {isOpen ? null : <Button onClick={() => setIsOpen(true)}>{t('campaigns.unclaimedShow')}</Button>}
      </div>
      {isOpen ? <Names /> : null}
    </section>
  )
}

function Names() {
  const query = useQuery(unclaimedQuery)
  const [making, setMaking] = useState<string | null>(null)
  return (
    <>
      <Loaded query={query}>
        {({ names }) => (
          <ul className={look.names}>
            {names.map((one) => (
              <Name key={one.name} one={one} onCreate={() => setMaking(one.name)} />
            ))}
          </ul>
        )}
      </Loaded>
      {making === null ? null : <CampaignEditor campaign={null} name={making} onClose={() => setMaking(null)} />}
    </>
  )
}

function Name({ one, onCreate }: { one: UnclaimedName; onCreate: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const mayEdit = useIsRole('admin', 'manager', 'marketer')
  const campaigns = useQuery(campaignsQuery({})).data?.campaigns ?? []
  const refresh = () => client.invalidateQueries({ queryKey: ['campaigns'] })
  const release = useMutation({
    mutationFn: (campaignId: string) =>
      done(
        api.DELETE('/api/campaigns/{campaignId}/names', {
          params: { path: { campaignId }, query: { name: one.name } },
        }),
      ),
    onError: (error) => sayRefused(error),
    onSettled: refresh,
  })
  const assign = useMutation({
    mutationFn: (campaignId: string) =>
      done(
        api.POST('/api/campaigns/{campaignId}/names', { params: { path: { campaignId } }, body: { name: one.name } }),
      ),
    onSuccess: (_, campaignId) => {
      const campaign = campaigns.find((each) => each.id === campaignId)?.name ?? ''
      sayUndo(t('campaigns.assigned', { name: one.name, campaign }), () => release.mutate(campaignId))
    },
    onError: (error) => sayRefused(error),
    onSettled: refresh,
  })
  const { likely } = one
  return (
    <li className={look.name}>
      <div>
        <b>{one.name}</b>
        <p className="quiet small tnum">
          {t('campaigns.unclaimedTouches', { count: one.touches })} ·{' '}
          {t('campaigns.unclaimedLeads', { count: one.leads })}
          {one.costs.length === 0 ? null : (
            <>
              {' · '}
              <Amounts of={one.costs} />
            </>
          )}
        </p>
      </div>
      {mayEdit ? (
        <div className={look.buttons}>
          {likely === null ? null : (
            <Button loading={assign.isPending} onClick={() => assign.mutate(likely.id)}>
              → {likely.name}
            </Button>
          )}
          <Select
            aria-label={t('campaigns.assignTo')}
            placeholder={t('campaigns.assignTo')}
            data={campaigns.map((each) => ({ value: each.id, label: each.name }))}
            value={null}
            onChange={(id) => id !== null && assign.mutate(id)}
            searchable
            w={170}
          />
          <Button onClick={onCreate}>{t('campaigns.create')}</Button>
        </div>
      ) : (
        <ReasonedButton why={t('campaigns.cannotEdit')} onClick={() => undefined}>
          {t('campaigns.assign')}
        </ReasonedButton>
      )}
    </li>
  )
}
