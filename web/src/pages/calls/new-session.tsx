import { Button, Checkbox, NativeSelect, NumberInput, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import type { Stage } from '../../api/types.ts'
import { sayListName } from '../../calls/say-list-name.ts'
import { formatLocale } from '../../i18n/format-locale.ts'
import { paths } from '../../paths.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { sayRefused } from '../../ui/toast.ts'
import { segmentsQuery } from '../backtest/queries.ts'
import { useCondition } from '../backtest/use-condition.ts'
import look from './calls.module.css'
import { type Filter, listsQuery, type Preview, previewQuery, scriptsQuery } from './queries.ts'

const WHOSE = ['mine or nobody', 'mine', 'nobody', 'everybody'] as const
const STAGES = ['inquiry', 'qualified', 'accepted', 'contacted', 'opportunity'] as const satisfies readonly Stage[]
const START: Filter = {
  segment: {},
  whose: 'mine or nobody',
  stages: [],
  withClosed: false,
  notCalledForDays: 2,
}

/** Chooses whom to call; how many there are, and who is left out and why, stands below as it is chosen. */
export function NewSession({ people, onClose }: { people: string | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const navigate = useNavigate()
  const formId = useId()
  const [name, setName] = useState('')
  const [listId, setListId] = useState('')
  const [scriptId, setScriptId] = useState<string | null>(null)
  const [keeps, setKeeps] = useState(false)
  const [filter, setFilter] = useState<Filter>(() =>
    people === undefined ? START : { ...START, notCalledForDays: 0, people: people.split(',') },
  )
  const lists = useQuery(listsQuery).data?.lists ?? []
  const scripts = (useQuery(scriptsQuery).data?.scripts ?? []).filter((script) => !script.isArchived)
  const chosenScript = scriptId ?? scripts[0]?.id ?? ''
  const condition = useCondition(filter.segment.when)
  const [asked] = useDebouncedValue(filter, 250)
  const preview = useQuery({ ...previewQuery(asked), enabled: condition.isSound })
  const start = useMutation({
    mutationFn: async () => {
      if (keeps && listId === '') await take(api.POST('/api/calls/lists', { body: { name: name.trim(), filter } }))
      return take(
        api.POST('/api/calls/sessions', {
          body: {
            name: name.trim(),
            filter,
            scriptId: chosenScript === '' ? null : chosenScript,
            ...(listId === '' ? {} : { listId }),
          },
        }),
      )
    },
    retry: false,
    onSuccess: ({ id }) => void navigate({ to: paths.callSession, params: { sessionId: id } }),
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: ['calls'] }),
  })
  const change = (part: Partial<Filter>) => setFilter((before) => ({ ...before, ...part }))
  const segment = (part: Partial<Filter['segment']>) => {
    const next = { ...filter.segment, ...part }
    change({
      segment: Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== '')),
    })
  }
  const isReady = name.trim() !== '' && condition.isSound && (preview.data?.callable ?? 0) > 0
  return (
    <Drawer
      isOpen
      onClose={onClose}
      title={t('calls.make.title')}
      width={560}
      footer={
        <Button type="submit" form={formId} variant="filled" disabled={!isReady} loading={start.isPending} fullWidth>
          {t('calls.make.start')}
        </Button>
      }
    >
      <form
        id={formId}
        className={look.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) start.mutate()
        }}
      >
        <TextInput
          label={t('calls.make.name')}
          placeholder={t('calls.make.namePlaceholder')}
          value={name}
          maxLength={200}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {lists.length === 0 ? null : (
          <NativeSelect
            label={t('calls.make.list')}
            value={listId}
            data={[
              { value: '', label: t('calls.make.noList') },
              ...lists.map((list) => ({ value: list.id, label: sayListName(list.name, t) })),
            ]}
            onChange={(event) => {
              const chosen = lists.find((list) => list.id === event.currentTarget.value)
              setListId(chosen?.id ?? '')
              if (chosen !== undefined) setFilter(chosen.filter)
              if (chosen !== undefined && name === '') setName(chosen.name)
            }}
          />
        )}
        {filter.people === undefined ? (
          <>
            <div className={look.row}>
              <NativeSelect
                label={t('calls.make.whose')}
                value={filter.whose}
                data={WHOSE.map((whose) => ({ value: whose, label: t(`calls.make.whoses.${whose}`) }))}
                onChange={(event) => {
                  const whose = WHOSE.find((one) => one === event.currentTarget.value)
                  if (whose !== undefined) change({ whose })
                }}
              />
              <NumberInput
                label={t('calls.make.notCalled')}
                value={filter.notCalledForDays ?? 0}
                min={0}
                max={365}
                allowDecimal={false}
                onChange={(value) => change({ notCalledForDays: typeof value === 'number' ? value : 0 })}
              />
            </div>
            <fieldset className={look.checks}>
              <legend>{t('calls.make.stages')}</legend>
              {STAGES.map((stage) => (
                <label key={stage}>
                  <input
                    type="checkbox"
                    checked={filter.stages?.includes(stage) ?? false}
                    onChange={(event) => {
                      const before = filter.stages ?? []
                      change({
                        stages: event.currentTarget.checked
                          ? [...before, stage]
                          : before.filter((one) => one !== stage),
                      })
                    }}
                  />
                  {t(`common.stage.${stage}`)}
                </label>
              ))}
            </fieldset>
            <Traits segment={filter.segment} onChange={segment} />
            <Condition when={filter.segment.when ?? ''} checked={condition} onChange={(when) => segment({ when })} />
            <Checkbox
              label={t('calls.make.withClosed')}
              checked={filter.withClosed ?? false}
              onChange={(event) => change({ withClosed: event.currentTarget.checked })}
            />
          </>
        ) : null}
        <NativeSelect
          label={t('calls.make.script')}
          value={chosenScript}
          data={[
            ...scripts.map((script) => ({ value: script.id, label: script.name })),
            { value: '', label: t('calls.make.noScript') },
          ]}
          onChange={(event) => setScriptId(event.currentTarget.value)}
        />
        <div aria-live="polite">
          {preview.isError ? (
            <ErrorNote error={preview.error} isInline />
          ) : preview.data === undefined ? (
            <Skeleton rows={3} />
          ) : (
            <Found preview={preview.data} isOld={preview.isPlaceholderData || asked !== filter} />
          )}
        </div>
        {listId === '' && filter.people === undefined ? (
          <Checkbox
            label={t('calls.make.keep')}
            checked={keeps}
            onChange={(event) => setKeeps(event.currentTarget.checked)}
          />
        ) : null}
      </form>
    </Drawer>
  )
}

function Found({ preview, isOld }: { preview: Preview; isOld: boolean }): ReactNode {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const { callable, now, later, leftOut, sample, isCut } = preview
  return (
    <div className={look.preview} data-is-old={isOld || undefined}>
      <p className={look.count}>
        {callable === 0 ? t('calls.make.nobody') : t('calls.make.count', { count: callable })}
      </p>
      {callable === 0 ? null : (
        <p>
          {later === 0
            ? t('calls.make.now', { n: count(now) })
            : t('calls.make.nowAndLater', { n: count(now), later: count(later) })}
        </p>
      )}
      {isCut ? <p className="quiet small">{t('calls.make.cut')}</p> : null}
      {sample.length === 0 ? null : (
        <p className="quiet small">
          {t('calls.make.first')}: {sample.map((person) => person.name).join(', ')}
        </p>
      )}
      {leftOut.length === 0 ? (
        <p className="quiet small">{t('calls.make.leftOutNone')}</p>
      ) : (
        <>
          <p className="quiet small">{t('calls.make.leftOut')}</p>
          <ul className={look.leftOut}>
            {leftOut.map((group) => (
              <li key={group.why}>
                <span>{count(group.count)}</span>
                <span title={group.people.map((person) => person.name).join(', ')}>{t(`calls.why.${group.why}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

const TRAITS = ['channel', 'country', 'campaign', 'accountSize'] as const

/** A choice for each trait by which the leads differ, with how many there are of each. */
function Traits({
  segment,
  onChange,
}: {
  segment: Filter['segment']
  onChange: (part: Partial<Filter['segment']>) => void
}) {
  const { t, i18n } = useTranslation()
  const { count } = useNumbers()
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  const data = useQuery(segmentsQuery('2000-01-01', tomorrow)).data
  const name = (trait: (typeof TRAITS)[number], value: string) => {
    if (value === '') return t('calls.make.without')
    if (trait !== 'country' || !/^[A-Z]{2}$/.test(value)) return value
    return new Intl.DisplayNames(formatLocale(i18n.language), { type: 'region' }).of(value) ?? value
  }
  const shown = TRAITS.flatMap((trait) => {
    const found = data?.traits.find((one) => one.name === trait)
    return found === undefined || found.values.length < 2 ? [] : [{ trait, values: found.values }]
  })
  if (shown.length === 0) return null
  return (
    <div className={look.row}>
      {shown.map(({ trait, values }) => (
        <Select
          key={trait}
          label={t(`calls.make.${trait}`)}
          placeholder={t('calls.make.any')}
          data={values
            .filter(({ value }) => value !== '')
            .map(({ value, leads }) => ({ value, label: `${name(trait, value)} · ${count(leads)}` }))}
          value={segment[trait] ?? null}
          onChange={(value) =>
            onChange(
              trait === 'accountSize'
                ? { accountSize: (['0-9', '10-49', '50-249', '250+'] as const).find((size) => size === value) }
                : { [trait]: value ?? undefined },
            )
          }
          clearable
          searchable
        />
      ))}
    </div>
  )
}

/** A condition as agreements have them, said in words while it is written. */
function Condition({
  when,
  checked,
  onChange,
}: {
  when: string
  checked: ReturnType<typeof useCondition>
  onChange: (when: string) => void
}) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div>
      <TextInput
        id={id}
        label={t('calls.make.condition')}
        placeholder={t('calls.make.conditionExample')}
        value={when}
        maxLength={4_000}
        spellCheck={false}
        aria-invalid={checked.problems.length > 0}
        aria-describedby={`${id}-said`}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div id={`${id}-said`} role="status" className="small">
        {checked.problems.map(({ where, what, mend }) => (
          <p key={`${where} ${what}`} className={look.wrong}>
            {t('calls.make.at', { n: where.replace(/\D+/g, '') })} {what} {mend}
          </p>
        ))}
        {checked.says === null ? null : <p className="quiet">{t('calls.make.says', { says: checked.says })}</p>}
      </div>
    </div>
  )
}
