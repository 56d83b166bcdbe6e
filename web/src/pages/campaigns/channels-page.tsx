import { Autocomplete, Button, Select, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash, IconX } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { useIsRole } from '../../api/session.ts'
import type { Answered } from '../../api/types.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Page, PageHeader, Section } from '../../ui/page.tsx'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { sayChannel } from '../../ui/say-channel.ts'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './campaigns.module.css'
import { type ChannelRule, rulesQuery } from './queries.ts'
import { CampaignTabs } from './tabs.tsx'

type View = Answered<'getChannelRules'>
type Preview = Answered<'previewChannelRules'>
type Condition = ChannelRule['when'][number]

const FIELDS = ['medium', 'source', 'campaign', 'referrer', 'kind', 'click id', 'channel'] as const
const OPS = ['is', 'is not', 'contains', 'starts with', 'is known', 'is unknown'] as const
const DAYS = [7, 30, 90, 365] as const

/** The rules that name channels, in their order; what others would change is shown before they are saved. */
export function ChannelsPage() {
  const { t } = useTranslation()
  const query = useQuery(rulesQuery)
  return (
    <Page>
      <PageHeader title={t('campaigns.channels.title')} aside={t('campaigns.channels.intro')} />
      <CampaignTabs here="channels" />
      <Loaded query={query}>
        {(view) => (
          <>
            <Run view={view} />
            <Rules key={view.version} view={view} />
            <Section title={t('campaigns.channels.hosts')}>
              <Hosts count={view.hosts} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Run({ view: { run } }: { view: View }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  if (run === null || run.status === 'failed') return null
  const said =
    run.status === 'done'
      ? t('campaigns.channels.ran', { n: count(run.changed) })
      : t('campaigns.channels.running', { done: count(run.done), total: count(run.total) })
  return (
    <p className="quiet" role="status">
      {said}
    </p>
  )
}

function Rules({ view }: { view: View }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const client = useQueryClient()
  const mayEdit = useIsRole('admin', 'manager', 'marketer')
  const [rules, setRules] = useState<ChannelRule[]>(view.rules)
  const [days, setDays] = useState(90)
  const [preview, setPreview] = useState<Preview | null>(null)
  const change = (next: ChannelRule[]) => {
    setRules(next)
    setPreview(null)
  }
  const move = (at: number, by: number) => {
    const next = [...rules]
    const [one] = next.splice(at, 1)
    if (one !== undefined) next.splice(at + by, 0, one)
    change(next)
  }
  const trial = useMutation({
    mutationFn: () => take(api.POST('/api/channel-rules/previews', { body: { rules, days } })),
    onSuccess: setPreview,
    onError: (error) => sayRefused(error),
  })
  const save = useMutation({
    mutationFn: () =>
      take(api.PUT('/api/channel-rules', { body: { rules, basedOn: view.version, shouldRelabel: true } })),
    onSuccess: () => sayDone(t('campaigns.channels.saved')),
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['campaigns'] }),
  })
  const isChanged = JSON.stringify(rules) !== JSON.stringify(view.rules)
  const blank: ChannelRule = { channel: 'other', when: [{ field: 'source', op: 'is', values: [] }] }
  return (
    <>
      <div className={look.filters}>
        <ReasonedButton
          why={mayEdit ? null : t('campaigns.cannotEdit')}
          leftSection={<IconPlus size={15} stroke={2} aria-hidden />}
          onClick={() => change([blank, ...rules])}
        >
          {t('campaigns.channels.add')}
        </ReasonedButton>
        {mayEdit && JSON.stringify(rules) !== JSON.stringify(view.defaults) ? (
          <Button variant="subtle" onClick={() => change(view.defaults)}>
            {t('campaigns.channels.reset')}
          </Button>
        ) : null}
      </div>
      <ol>
        {rules.map((rule, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule is its place.
          <li key={index} className={look.rule} aria-label={t('campaigns.channels.rule', { n: index + 1 })}>
            <span className={`${look.place} tnum`}>{index + 1}</span>
            <RuleBody
              rule={rule}
              channels={view.channels}
              isOff={!mayEdit}
              onChange={(next) => change(rules.map((one, at) => (at === index ? next : one)))}
            />
            <div className={look.buttons}>
              {preview === null ? null : (
                <span className="quiet small tnum">
                  {t('campaigns.channels.decides', { n: count(preview.perRule[index] ?? 0) })}
                </span>
              )}
              {mayEdit ? (
                <>
                  <Button
                    variant="subtle"
                    px={6}
                    disabled={index === 0}
                    aria-label={t('campaigns.channels.up', { n: index + 1 })}
                    onClick={() => move(index, -1)}
                  >
                    <IconArrowUp size={15} stroke={1.8} aria-hidden />
                  </Button>
                  <Button
                    variant="subtle"
                    px={6}
                    disabled={index === rules.length - 1}
                    aria-label={t('campaigns.channels.down', { n: index + 1 })}
                    onClick={() => move(index, 1)}
                  >
                    <IconArrowDown size={15} stroke={1.8} aria-hidden />
                  </Button>
                  <Button
                    variant="subtle"
                    px={6}
                    disabled={rules.length === 1}
                    aria-label={t('campaigns.channels.remove', { n: index + 1 })}
                    onClick={() => change(rules.filter((_, at) => at !== index))}
                  >
                    <IconTrash size={15} stroke={1.8} aria-hidden />
                  </Button>
                </>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
      {isChanged ? (
        <div className={look.sticky}>
          {preview === null ? null : <Changes preview={preview} />}
          <div className={look.buttons}>
            <Select
              aria-label={t('campaigns.channels.days')}
              data={DAYS.map((value) => ({
                value: String(value),
                label: `${t('campaigns.channels.days')} ${t('campaigns.channels.daysOf', { count: value })}`,
              }))}
              value={String(days)}
              onChange={(value) => {
                setDays(Number(value ?? 90))
                setPreview(null)
              }}
              allowDeselect={false}
              w={260}
            />
            <Button loading={trial.isPending} onClick={() => trial.mutate()}>
              {t('campaigns.channels.preview')}
            </Button>
            <Button variant="filled" disabled={preview === null} loading={save.isPending} onClick={() => save.mutate()}>
              {t('campaigns.channels.save')}
            </Button>
            <Button variant="subtle" onClick={() => change(view.rules)}>
              {t('campaigns.channels.undo')}
            </Button>
          </div>
        </div>
      ) : null}
    </>
  )
}

function Changes({ preview }: { preview: Preview }) {
  const { t } = useTranslation()
  const { count, share } = useNumbers()
  const { touches, changes } = preview
  return (
    <div role="status">
      <p>
        {t(changes.length === 0 ? 'campaigns.channels.noChange' : 'campaigns.channels.changes', { count: touches })}{' '}
        {preview.share < 1 ? t('campaigns.channels.sample', { share: share(preview.share) }) : ''}
      </p>
      <ul>
        {changes.slice(0, 8).map((one) => (
          <li key={`${one.from}>${one.to}`} className="tnum">
            {one.from === null ? t('campaigns.channels.none') : sayChannel(one.from, t)} →{' '}
            <b>{one.to === null ? t('campaigns.channels.none') : sayChannel(one.to, t)}</b> : {count(one.n)}
          </li>
        ))}
      </ul>
    </div>
  )
}

type Body = { rule: ChannelRule; channels: readonly string[]; isOff: boolean; onChange: (rule: ChannelRule) => void }

function RuleBody({ rule, channels, isOff, onChange }: Body) {
  const { t } = useTranslation()
  const set = (at: number, part: Partial<Condition>) =>
    onChange({ ...rule, when: rule.when.map((one, index) => (index === at ? { ...one, ...part } : one)) })
  return (
    <div className={look.ruleBody}>
      <Autocomplete
        aria-label={t('campaigns.channels.channel')}
        data={[...channels]}
        value={rule.channel}
        onChange={(channel) => onChange({ ...rule, channel })}
        disabled={isOff}
        maw={220}
      />
      {rule.when.map((one, index) => {
        const takesValues = one.op !== 'is known' && one.op !== 'is unknown'
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition is its place.
          <div key={index} className={look.condition}>
            <Select
              aria-label={t('campaigns.channels.fieldLabel')}
              data={FIELDS.map((value) => ({ value, label: t(`campaigns.channels.field.${value}`) }))}
              value={one.field}
              onChange={(value) => set(index, { field: FIELDS.find((each) => each === value) ?? one.field })}
              disabled={isOff}
              allowDeselect={false}
              w={160}
            />
            <Select
              aria-label={t('campaigns.channels.opLabel')}
              data={OPS.map((value) => ({ value, label: t(`campaigns.channels.op.${value}`) }))}
              value={one.op}
              onChange={(value) => {
                const op = OPS.find((each) => each === value) ?? one.op
                set(index, { op, ...(op === 'is known' || op === 'is unknown' ? { values: [] } : {}) })
              }}
              disabled={isOff}
              allowDeselect={false}
              w={150}
            />
            {takesValues ? (
              <Values values={one.values} isOff={isOff} onChange={(values) => set(index, { values })} />
            ) : (
              <span />
            )}
            {isOff || rule.when.length === 1 ? null : (
              <Button
                variant="subtle"
                px={6}
                aria-label={t('campaigns.channels.removeCondition')}
                onClick={() => onChange({ ...rule, when: rule.when.filter((_, at) => at !== index) })}
              >
                <IconX size={15} stroke={1.8} aria-hidden />
              </Button>
            )}
            {isOff || index < rule.when.length - 1 ? null : (
              <Button
                variant="subtle"
                size="xs"
                onClick={() => onChange({ ...rule, when: [...rule.when, { field: 'source', op: 'is', values: [] }] })}
              >
                {t('campaigns.channels.addCondition')}
              </Button>
            )}
          </div>
        )
      })}
    </div>
  )
}

/** Keeps what is written as it is written; hands on what it means. */
function Values({
  values,
  isOff,
  onChange,
}: {
  values: readonly string[]
  isOff: boolean
  onChange: (values: string[]) => void
}) {
  const { t } = useTranslation()
  const [written, setWritten] = useState(values.join(', '))
  return (
    <TextInput
      className={look.values}
      aria-label={t('campaigns.channels.values')}
      placeholder={t('campaigns.channels.values')}
      value={written}
      disabled={isOff}
      title={written}
      onChange={(event) => {
        setWritten(event.currentTarget.value)
        onChange(
          event.currentTarget.value
            .split(',')
            .map((one) => one.trim())
            .filter((one) => one !== ''),
        )
      }}
    />
  )
}

function Hosts({ count }: { count: number }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const mayEdit = useIsRole('admin', 'manager', 'marketer')
  const input = useRef<HTMLInputElement>(null)
  const save = useMutation({
    mutationFn: async (file: File) => take(api.PUT('/api/channel-hosts', { body: { text: await file.text() } })),
    onSuccess: ({ hosts }) => sayDone(t('campaigns.channels.hostsSaved', { count: hosts })),
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['campaigns', 'channel rules'] }),
  })
  return (
    <div className={look.form}>
      <p className="quiet">{t('campaigns.channels.hostsText')}</p>
      <div className={look.buttons}>
        <span className="tnum">{t('campaigns.channels.hostsNow', { count })}</span>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.txt"
          aria-label={t('campaigns.channels.hostsChoose')}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            event.currentTarget.value = ''
            if (file !== undefined) save.mutate(file)
          }}
        />
        <ReasonedButton
          why={mayEdit ? null : t('campaigns.cannotEdit')}
          loading={save.isPending}
          onClick={() => input.current?.click()}
        >
          {t('campaigns.channels.hostsChoose')}
        </ReasonedButton>
      </div>
    </div>
  )
}
