import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done } from '../../api/client.ts'
import { useIsRole } from '../../api/session.ts'
import type { Answered } from '../../api/types.ts'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { sayRefused } from '../../ui/toast.ts'
import look from './attribution.module.css'
import { LiftDrawer } from './lift-drawer.tsx'
import { liftQuery } from './queries.ts'

type Test = Answered<'listLiftTests'>['tests'][number]

/** Tests of a campaign, where some saw it and some did not: what touches cannot tell. */
export function LiftTests({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  const mayEdit = useIsRole('admin', 'manager', 'marketer')
  const add = (
    <ReasonedButton why={mayEdit ? null : t('attribution.liftCannot')} onClick={() => setIsOpen(true)}>
      {t('attribution.liftAdd')}
    </ReasonedButton>
  )
  return (
    <>
      <Loaded query={useQuery(liftQuery(campaignId))}>
        {({ tests }) =>
          tests.length === 0 ? (
            <Empty title={t('attribution.liftEmpty')} action={add}>
              {t('attribution.liftTeach')}
            </Empty>
          ) : (
            <>
              {tests.map((test) => (
                <One key={test.id} test={test} campaignId={campaignId} mayEdit={mayEdit} />
              ))}
              <div className={look.figures}>{add}</div>
            </>
          )
        }
      </Loaded>
      {isOpen && <LiftDrawer campaignId={campaignId} onClose={() => setIsOpen(false)} />}
    </>
  )
}

function One({ test, campaignId, mayEdit }: { test: Test; campaignId: string; mayEdit: boolean }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { points, signed } = useNumbers()
  const remove = useMutation({
    mutationFn: () => done(api.DELETE('/api/lift-tests/{liftTestId}', { params: { path: { liftTestId: test.id } } })),
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: liftQuery(campaignId).queryKey }),
  })
  return (
    <article className={look.lift}>
      <p>
        <strong>{test.name}</strong> <span className="quiet">{t(`attribution.design.${test.design}`)}</span>{' '}
        {mayEdit && (
          <Button size="compact-xs" variant="subtle" onClick={() => remove.mutate()}>
            {t('attribution.liftRemove')}
          </Button>
        )}
      </p>
      {test.lifts.map((lift) => {
        const { low, high } = lift.incrementalInterval
        const isShown = low > 0 || high < 0
        return (
          <p key={lift.name}>
            {lift.name === '' ? '' : `${lift.name}: `}
            {t(isShown ? 'attribution.liftFound' : 'attribution.liftNothing', {
              incremental: signed(lift.incremental),
              low: signed(low),
              high: signed(high),
              outcome: test.outcome,
              n: points(lift.n),
            })}
          </p>
        )
      })}
      {test.doubts.map((doubt) => (
        <p key={doubt}>{t(`attribution.doubts.${doubt}`)}</p>
      ))}
      {test.note === '' ? null : <p className="quiet">{test.note}</p>}
    </article>
  )
}
