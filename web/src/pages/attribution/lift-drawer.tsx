import { Button, NumberInput, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import look from './attribution.module.css'
import { liftQuery } from './queries.ts'
import { readRows } from './read-rows.ts'

/** Enters a test: arms with counts, or regions before and after, typed or pasted a line each. Says first what it could find. */
export function LiftDrawer({ campaignId, onClose }: { campaignId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [design, setDesign] = useState<'holdout' | 'regions'>('holdout')
  const [name, setName] = useState('')
  const [outcome, setOutcome] = useState(t('attribution.liftOutcomeDefault'))
  const [rows, setRows] = useState('')
  const read = readRows(design, rows)
  const save = useMutation({
    mutationFn: () => {
      if (!read.ok) throw new Error(read.why)
      return take(
        api.POST('/api/campaigns/{campaignId}/lift-tests', {
          params: { path: { campaignId } },
          body: { name, outcome, note: '', groups: read.groups },
        }),
      )
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: liftQuery(campaignId).queryKey })
      onClose()
    },
  })
  return (
    <Drawer
      isOpen
      onClose={onClose}
      title={t('attribution.liftAdd')}
      footer={
        <Button
          variant="filled"
          disabled={!read.ok || name.trim() === ''}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('attribution.liftSave')}
        </Button>
      }
    >
      <SegmentedControl
        fullWidth
        aria-label={t('attribution.liftDesign')}
        data={[
          { value: 'holdout', label: t('attribution.design.holdout') },
          { value: 'regions', label: t('attribution.design.regions') },
        ]}
        value={design}
        onChange={(value) => setDesign(value === 'regions' ? 'regions' : 'holdout')}
      />
      <p className={look.note}>{t(`attribution.designTeach.${design}`)}</p>
      {design === 'holdout' && <Plan />}
      <TextInput
        label={t('attribution.liftName')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        mb={12}
        required
      />
      <TextInput
        label={t('attribution.liftOutcome')}
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value)}
        mb={12}
      />
      <Textarea
        label={t(`attribution.liftRows.${design}`)}
        placeholder={t(`attribution.liftExample.${design}`)}
        value={rows}
        onChange={(event) => setRows(event.currentTarget.value)}
        autosize
        minRows={5}
        error={rows.trim() === '' || read.ok ? undefined : t(`attribution.liftWrong.${read.why}`, { line: read.line })}
      />
      {save.isError && <ErrorNote error={save.error} isInline />}
    </Drawer>
  )
}

/** What a holdout of a size can find, before anybody is held out. */
function Plan() {
  const { t } = useTranslation()
  const { share } = useNumbers()
  const [baseRate, setBaseRate] = useState(2)
  const [perArm, setPerArm] = useState(1000)
  const query = useQuery({
    queryKey: ['attribution', 'plan', baseRate, perArm],
    queryFn: ({ signal }) =>
      take(api.GET('/api/lift-plan', { params: { query: { baseRate: baseRate / 100, perArm } }, signal })),
    enabled: baseRate > 0 && baseRate < 100 && perArm >= 2,
  })
  return (
    <div className={look.figures}>
      <NumberInput
        label={t('attribution.planRate')}
        suffix=" %"
        value={baseRate}
        onChange={(value) => setBaseRate(Number(value))}
        min={0.01}
        max={99}
        w={150}
      />
      <NumberInput
        label={t('attribution.planPeople')}
        value={perArm}
        onChange={(value) => setPerArm(Math.round(Number(value)))}
        min={2}
        w={150}
      />
      {query.data !== undefined && (
        <p className={look.note}>
          {query.data.isPossible
            ? t('attribution.planFinds', {
                to: share(baseRate / 100 + query.data.detectable),
                from: share(baseRate / 100),
              })
            : t('attribution.planTooFew')}
        </p>
      )}
    </div>
  )
}
