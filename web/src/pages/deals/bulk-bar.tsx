import { Button, Menu, TextInput } from '@mantine/core'
import { IconCalendar, IconChevronDown, IconUser } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sayDealStage } from '../../story/say-deal-stage.ts'
import look from './bulk-bar.module.css'
import { type DealRow, settingsQuery } from './queries.ts'
import { today } from './today.ts'
import type { DealActs } from './use-deal-acts.tsx'

type Props = { deals: readonly DealRow[]; acts: DealActs; onClear: () => void }

/** What can be done with all the marked deals at once: all of them or, when one is refused, none. */
export function BulkBar({ deals, acts, onClear }: Props) {
  const { t } = useTranslation()
  const settings = useQuery(settingsQuery).data
  const [day, setDay] = useState(today())
  const open = deals.filter((deal) => deal.status === 'open')
  const pipelines = new Set(open.map((deal) => deal.pipeline))
  const stages = settings?.pipelines.find((one) => pipelines.size === 1 && pipelines.has(one.name))?.stages ?? []
  const send = (kind: string, data: Record<string, unknown>, to?: string) => {
    const chosen = kind === 'deal.moved' ? open : deals
    void acts.record({
      personIds: chosen.map((deal) => deal.personId),
      facts: chosen.map((deal) => ({ personId: deal.personId, kind, data: { deal: deal.id, ...data } })),
      said: t('deals.bulk.done', { count: chosen.length }),
      ...(to === undefined ? {} : { moves: chosen.map((deal) => ({ deal, to })) }),
    })
    onClear()
  }
  return (
    <section className={look.bar} aria-label={t('deals.bulk.label')}>
      <p className={look.count}>
        {t('deals.bulk.marked', { count: deals.length })}
        <button type="button" className={look.clear} onClick={onClear}>
          {t('deals.keys.clear')}
        </button>
      </p>
      <div className={look.acts}>
        <Menu position="top-end" width={224}>
          <Menu.Target>
            <Button
              disabled={stages.length === 0}
              title={stages.length === 0 ? t('deals.bulk.onePipeline') : undefined}
              rightSection={<IconChevronDown size={14} stroke={1.8} aria-hidden />}
            >
              {t('deals.move.to')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {stages.map((stage) => (
              <Menu.Item key={stage.name} onClick={() => send('deal.moved', { stage: stage.name }, stage.name)}>
                {sayDealStage(stage.name)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Menu position="top-end" width={224}>
          <Menu.Target>
            <Button leftSection={<IconUser size={15} stroke={1.8} aria-hidden />}>{t('deals.bulk.owner')}</Button>
          </Menu.Target>
          <Menu.Dropdown className={look.menu ?? ''}>
            {settings?.owners.map((owner) => (
              <Menu.Item key={owner.id} onClick={() => send('deal.changed', { closer: owner.id })}>
                {owner.name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Menu position="top-end" width={224} closeOnItemClick={false}>
          <Menu.Target>
            <Button leftSection={<IconCalendar size={15} stroke={1.8} aria-hidden />}>
              {t('deals.bulk.closeDate')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <form
              className={look.form}
              onSubmit={(event) => {
                event.preventDefault()
                if (day !== '') send('deal.changed', { closeDate: day })
              }}
            >
              <TextInput
                type="date"
                label={t('deals.field.closeDate')}
                value={day}
                onChange={(event) => setDay(event.currentTarget.value)}
              />
              <Button type="submit" variant="filled" disabled={day === ''}>
                {t('common.save')}
              </Button>
            </form>
          </Menu.Dropdown>
        </Menu>
      </div>
    </section>
  )
}
