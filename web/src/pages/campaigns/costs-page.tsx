import { Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done, take } from '../../api/client.ts'
import { problemFrom } from '../../api/problem-error.ts'
import { useIsRole } from '../../api/session.ts'
import type { Answered } from '../../api/types.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Page, PageHeader, Section } from '../../ui/page.tsx'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { sayChannel } from '../../ui/say-channel.ts'
import { sayDay } from '../../ui/say-day.ts'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import { Amounts } from './amounts.tsx'
import look from './campaigns.module.css'
import { type CostImport, costImportsQuery, costsByChannelQuery, ratesQuery } from './queries.ts'
import { CampaignTabs } from './tabs.tsx'

/** Costs come in here: from exports of ad platforms and tables, with a look before anything is stored. */
export function CostsPage() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const mayImport = useIsRole('admin', 'manager', 'marketer')
  const isViewer = useIsRole('viewer')
  const [looked, setLooked] = useState<CostImport | null>(null)
  const refresh = () => client.invalidateQueries({ queryKey: ['campaigns'] })
  return (
    <Page>
      <PageHeader title={t('campaigns.costs.title')} aside={t('campaigns.costs.intro')} />
      <CampaignTabs here="costs" />
      {looked === null ? (
        <Drop mayImport={mayImport} onRead={setLooked} />
      ) : (
        <Preview
          one={looked}
          onChange={setLooked}
          onClose={() => {
            setLooked(null)
            void refresh()
          }}
        />
      )}
      <Section title={t('campaigns.costs.totals')}>
        <Totals />
      </Section>
      {isViewer ? null : (
        <Section title={t('campaigns.costs.imports')}>
          <Imports mayUndo={mayImport} />
        </Section>
      )}
      <Section title={t('campaigns.costs.rates')}>
        <Rates />
      </Section>
    </Page>
  )
}

async function upload(files: readonly File[]): Promise<CostImport> {
  const body = new FormData()
  for (const file of files) body.append('files', file, file.name)
  const answer = await fetch('/api/cost-imports', { method: 'POST', body })
  const read = await answer.json().catch(() => null)
  if (!answer.ok) throw problemFrom(read, answer.status)
  return read
}

function Drop({ mayImport, onRead }: { mayImport: boolean; onRead: (read: CostImport) => void }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const read = useMutation({ mutationFn: upload, onSuccess: onRead, onError: (error) => sayRefused(error) })
  const send = (files: FileList | null) => {
    if (files !== null && files.length > 0 && mayImport) read.mutate([...files])
  }
  return (
    <section
      className={look.drop}
      aria-label={t('campaigns.costs.drop')}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        send(event.dataTransfer.files)
      }}
    >
      <b>{t('campaigns.costs.drop')}</b>
      <p className="quiet">{read.isPending ? t('campaigns.costs.reading') : t('campaigns.costs.dropText')}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".csv,.tsv,.txt,.xlsx"
        aria-label={t('campaigns.costs.choose')}
        onChange={(event) => {
          send(event.currentTarget.files)
          event.currentTarget.value = ''
        }}
      />
      <ReasonedButton
        variant="filled"
        why={mayImport ? null : t('campaigns.cannotEdit')}
        loading={read.isPending}
        onClick={() => input.current?.click()}
      >
        {t('campaigns.costs.choose')}
      </ReasonedButton>
    </section>
  )
}

type Previewing = { one: CostImport; onChange: (one: CostImport) => void; onClose: () => void }

function Preview({ one, onChange, onClose }: Previewing) {
  const { t } = useTranslation()
  const [options, setOptions] = useState(one.options)
  const path = { importId: one.id }
  const again = useMutation({
    mutationFn: () => take(api.POST('/api/cost-imports/{importId}/previews', { params: { path }, body: options })),
    onSuccess: onChange,
    onError: (error) => sayRefused(error),
  })
  const run = useMutation({
    mutationFn: () => take(api.POST('/api/cost-imports/{importId}/runs', { params: { path }, body: options })),
    onSuccess: () => {
      sayDone(t('campaigns.costs.done'))
      onClose()
    },
    onError: (error) => sayRefused(error),
  })
  const set = (part: Partial<typeof options>) => setOptions((before) => ({ ...before, ...part }))
  const formats = ['iso', 'day-first', 'month-first'] as const
  const words = { iso: 'iso', 'day-first': 'dayFirst', 'month-first': 'monthFirst' } as const
  return (
    <Section title={t('campaigns.costs.preview')} aside={one.title}>
      <Effect one={one} />
      <div className={look.filters}>
        <TextInput
          label={t('campaigns.costs.currency')}
          value={options.currency ?? ''}
          maxLength={3}
          onChange={(event) => set({ currency: event.currentTarget.value.toUpperCase() || null })}
        />
        <TextInput
          label={t('campaigns.costs.channel')}
          value={options.channel ?? ''}
          onChange={(event) => set({ channel: event.currentTarget.value || null })}
        />
        <Select
          label={t('campaigns.costs.dateFormat')}
          placeholder={t('campaigns.costs.dateAuto')}
          data={formats.map((value) => ({ value, label: t(`campaigns.costs.${words[value]}`) }))}
          value={options.dateFormat}
          onChange={(value) => set({ dateFormat: formats.find((each) => each === value) ?? null })}
          clearable
        />
      </div>
      <div className={look.buttons}>
        <Button
          variant="filled"
          disabled={(one.effect?.entries ?? 0) === 0}
          loading={run.isPending}
          onClick={() => run.mutate()}
        >
          {t('campaigns.costs.run')}
        </Button>
        <Button loading={again.isPending} onClick={() => again.mutate()}>
          {t('campaigns.costs.again')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('campaigns.costs.discard')}
        </Button>
      </div>
    </Section>
  )
}

function Effect({ one }: { one: CostImport }) {
  const { t, i18n } = useTranslation()
  const { money } = useNumbers()
  const { effect } = one
  if (effect === null) return null
  const said = [
    t('campaigns.costs.new', { count: effect.added }),
    t('campaigns.costs.changed', { count: effect.changed }),
    t('campaigns.costs.same', { count: effect.unchanged }),
    ...(effect.dropped === 0 ? [] : [t('campaigns.costs.dropped', { count: effect.dropped })]),
  ]
  return (
    <>
      <p>
        <b>
          <Amounts of={effect.sums} />
        </b>{' '}
        · {said.join(' · ')}
        {effect.from === null || effect.to === null
          ? ''
          : ` · ${sayDay(effect.from, i18n.language, 'short')} – ${sayDay(effect.to, i18n.language, 'short')}`}
      </p>
      {effect.unclaimed.length === 0 ? null : (
        <p className="quiet">
          {t('campaigns.costs.unclaimed', { count: effect.unclaimed.length })} (
          {effect.unclaimed
            .slice(0, 5)
            .map(({ name }) => name)
            .join(', ')}
          {effect.unclaimed.length > 5 ? ' …' : ''}). {t('campaigns.costs.unclaimedText')}
        </p>
      )}
      <ul>
        {effect.changes.slice(0, 10).map((change) => (
          <li key={`${change.campaign}${change.day}${change.currency}`} className="quiet small tnum">
            {t('campaigns.costs.change', {
              campaign: change.campaign ?? '–',
              day: sayDay(change.day, i18n.language, 'short'),
              before: money(change.before, change.currency),
              after: money(change.after, change.currency),
            })}
          </li>
        ))}
      </ul>
      <ul>
        {one.issues.slice(0, 50).map((issue) => (
          <li key={`${issue.file}${issue.row}${issue.code}`} className={look.flaw} data-level="wrong">
            <b>{t('campaigns.costs.row', { row: issue.row })}</b> {issue.what}{' '}
            <span className="quiet">{issue.mend}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Totals() {
  const { t } = useTranslation()
  const { money } = useNumbers()
  return (
    <Loaded query={useQuery(costsByChannelQuery)}>
      {({ costs, currency }) =>
        costs.length === 0 ? (
          <p className="quiet">{t('campaigns.costs.noImports')}</p>
        ) : (
          costs.map((one) => (
            <div key={`${one.channel}${one.currency}`} className={look.row}>
              <span>{one.channel === null ? t('campaigns.costs.noChannel') : sayChannel(one.channel, t)}</span>
              <span className="tnum">
                {money(one.costCents, one.currency)}
                {one.currency === currency || one.convertedCents === null ? null : (
                  <span className="quiet"> = {money(one.convertedCents, currency)}</span>
                )}
              </span>
            </div>
          ))
        )
      }
    </Loaded>
  )
}

function Imports({ mayUndo }: { mayUndo: boolean }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const undo = useMutation({
    mutationFn: (importId: string) =>
      take(api.POST('/api/cost-imports/{importId}/undo', { params: { path: { importId } } })),
    onSuccess: () => sayDone(t('campaigns.costs.undone')),
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['campaigns'] }),
  })
  return (
    <Loaded query={useQuery(costImportsQuery)}>
      {({ imports }) =>
        imports.length === 0 ? (
          <p className="quiet">{t('campaigns.costs.noImports')}</p>
        ) : (
          imports.map((one) => (
            <div key={one.id} className={look.row}>
              <span>
                {one.title}{' '}
                <span className="quiet small">
                  {one.source ?? ''} · <Moment at={one.createdAt} /> · {one.createdBy?.name ?? ''}
                </span>
              </span>
              <span>
                {one.effect === null ? null : <Amounts of={one.effect.sums} />}{' '}
                <span className="quiet small">{t(`campaigns.costs.status.${one.status}`)}</span>{' '}
                {one.status === 'done' && mayUndo ? (
                  <Button size="xs" variant="subtle" onClick={() => undo.mutate(one.id)}>
                    {t('campaigns.costs.undo')}
                  </Button>
                ) : null}
              </span>
            </div>
          ))
        )
      }
    </Loaded>
  )
}

type RatesView = Answered<'getCurrencyRates'>

function Rates() {
  return (
    <Loaded query={useQuery(ratesQuery)}>{(view) => <RateTable key={JSON.stringify(view.rates)} view={view} />}</Loaded>
  )
}

function RateTable({ view }: { view: RatesView }) {
  const { t, i18n } = useTranslation()
  const client = useQueryClient()
  const isAdmin = useIsRole('admin')
  const [rates, setRates] = useState(view.rates)
  const { currency } = view
  const set = (at: number, part: Partial<RatesView['rates'][number]>) =>
    setRates((before) => before.map((one, index) => (index === at ? { ...one, ...part } : one)))
  const save = useMutation({
    mutationFn: () =>
      done(
        api.PUT('/api/currency-rates', {
          body: { rates: rates.map((one) => ({ ...one, rate: one.rate.replace(',', '.') })) },
        }),
      ),
    onSuccess: () => sayDone(t('campaigns.costs.ratesSaved')),
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['campaigns'] }),
  })
  return (
    <div className={look.form}>
      <p className="quiet">{t('campaigns.costs.ratesText', { currency })}</p>
      {view.missing.map((one) => (
        <p key={one.currency}>
          {t('campaigns.costs.ratesMissing', {
            currency: one.currency,
            day: sayDay(one.from, i18n.language, 'short'),
          })}
        </p>
      ))}
      {rates.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place while it is written.
        <div key={index} className={look.buttons}>
          <TextInput
            aria-label={t('campaigns.costs.rateCurrency')}
            value={one.currency}
            maxLength={3}
            w={80}
            disabled={!isAdmin}
            onChange={(event) => set(index, { currency: event.currentTarget.value.toUpperCase() })}
          />
          <TextInput
            type="date"
            aria-label={t('campaigns.costs.rateDay')}
            value={one.day}
            disabled={!isAdmin}
            onChange={(event) => set(index, { day: event.currentTarget.value })}
          />
          <TextInput
            aria-label={t('campaigns.costs.rate', { currency })}
            placeholder={t('campaigns.costs.rate', { currency })}
            value={one.rate}
            inputMode="decimal"
            w={150}
            disabled={!isAdmin}
            onChange={(event) => set(index, { rate: event.currentTarget.value })}
          />
          {isAdmin ? (
            <Button
              variant="subtle"
              aria-label={t('campaigns.costs.removeRate')}
              onClick={() => setRates((before) => before.filter((_, at) => at !== index))}
            >
              <IconTrash size={15} stroke={1.8} aria-hidden />
            </Button>
          ) : null}
        </div>
      ))}
      <div className={look.buttons}>
        <ReasonedButton
          why={isAdmin ? null : t('campaigns.costs.adminsOnly')}
          leftSection={<IconPlus size={15} stroke={2} aria-hidden />}
          onClick={() =>
            setRates((before) => [
              ...before,
              { currency: view.missing[0]?.currency ?? 'USD', day: view.missing[0]?.from ?? '2020-01-01', rate: '' },
            ])
          }
        >
          {t('campaigns.costs.addRate')}
        </ReasonedButton>
        {isAdmin && JSON.stringify(rates) !== JSON.stringify(view.rates) ? (
          <Button variant="filled" loading={save.isPending} onClick={() => save.mutate()}>
            {t('campaigns.costs.saveRates')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
