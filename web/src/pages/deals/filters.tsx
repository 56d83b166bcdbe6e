import { Button, CloseButton, NativeSelect, Popover, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconCalendar, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session.ts'
import { sayPipeline } from '../../story/say-deal-stage.ts'
import look from './filters.module.css'
import { isFiltered } from './filters-of.ts'
import { settingsQuery } from './queries.ts'
import { type DealsSearch, SORTS, STATUSES, WITHOUT } from './search.ts'

const PAUSE_MS = 250

type Props = {
  search: DealsSearch
  onChange: (search: DealsSearch) => void
  /** The board shows open deals only. */
  hasStatus?: boolean
  find?: Ref<HTMLInputElement>
}

/** The filters of deals, kept in the address. */
export function DealFiltersBar({ search, onChange, hasStatus = false, find }: Props) {
  const { t } = useTranslation()
  const me = useSession().user.id
  const settings = useQuery(settingsQuery).data
  const [typed, setTyped] = useState(search.text ?? '')
  const send = useDebouncedCallback(
    (value: string) => onChange({ ...search, text: value.trim() || undefined }),
    PAUSE_MS,
  )
  const pipelines = settings?.pipelines ?? []
  const owners = settings?.owners.filter((owner) => owner.id !== me) ?? []
  return (
    <search className={look.filters} aria-label={t('deals.filters.label')}>
      <TextInput
        ref={find}
        aria-label={t('deals.filters.search')}
        placeholder={t('deals.filters.search')}
        leftSection={<IconSearch size={15} stroke={1.8} aria-hidden />}
        className={look.find ?? ''}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          send(event.currentTarget.value)
        }}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <NativeSelect
        aria-label={t('deals.filters.owner')}
        value={search.owner ?? ''}
        onChange={(event) => onChange({ ...search, owner: event.currentTarget.value || undefined })}
        data={[
          { value: '', label: t('deals.filters.anyOwner') },
          { value: 'me', label: t('deals.filters.mine') },
          { value: 'nobody', label: t('deals.filters.nobodys') },
          ...owners.map((owner) => ({ value: owner.id, label: owner.name })),
        ]}
      />
      {pipelines.length < 2 ? null : (
        <NativeSelect
          aria-label={t('deals.filters.pipeline')}
          value={search.pipeline ?? (hasStatus ? '' : (pipelines.find((one) => one.isDefault)?.name ?? ''))}
          onChange={(event) => onChange({ ...search, pipeline: event.currentTarget.value || undefined })}
          data={[
            ...(hasStatus ? [{ value: '', label: t('deals.filters.allPipelines') }] : []),
            ...pipelines.map((one) => ({ value: one.name, label: sayPipeline(one.name) })),
          ]}
        />
      )}
      {hasStatus ? (
        <NativeSelect
          aria-label={t('deals.statusLabel')}
          value={search.status ?? ''}
          onChange={(event) =>
            onChange({ ...search, status: STATUSES.find((one) => one === event.currentTarget.value) })
          }
          data={[
            { value: '', label: t('deals.status.all') },
            ...STATUSES.map((value) => ({ value, label: t(`deals.status.${value}`) })),
          ]}
        />
      ) : null}
      <CloseDays search={search} onChange={onChange} />
      <NativeSelect
        aria-label={t('deals.sort.label')}
        value={search.sort ?? (hasStatus ? 'newest' : 'closing')}
        onChange={(event) => onChange({ ...search, sort: SORTS.find((one) => one === event.currentTarget.value) })}
        data={SORTS.filter((value) => hasStatus || value !== 'closed').map((value) => ({
          value,
          label: t(`deals.sort.${value}`),
        }))}
      />
      {isFiltered(search) ? (
        <CloseButton
          size="sm"
          aria-label={t('deals.filters.clear')}
          title={t('deals.filters.clear')}
          onClick={() => {
            setTyped('')
            onChange({ pipeline: search.pipeline, sort: search.sort })
          }}
        />
      ) : null}
    </search>
  )
}

function CloseDays({ search, onChange }: Pick<Props, 'search' | 'onChange'>) {
  const { t } = useTranslation()
  const isSet =
    search.closeFrom !== undefined ||
    search.closeTo !== undefined ||
    search.due !== undefined ||
    search.without !== undefined
  const label =
    search.due === undefined
      ? search.without !== undefined
        ? t(`deals.without.${search.without}`)
        : isSet
          ? t('deals.filters.closesBetween', { from: search.closeFrom ?? '…', to: search.closeTo ?? '…' })
          : t('deals.filters.closes')
      : t(`deals.due.${search.due}`)
  return (
    <Popover position="bottom-start" trapFocus>
      <Popover.Target>
        <Button leftSection={<IconCalendar size={15} stroke={1.8} aria-hidden />} data-is-set={isSet || undefined}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={look.days ?? ''}>
        <TextInput
          type="date"
          label={t('deals.filters.from')}
          value={search.closeFrom ?? ''}
          onChange={(event) => onChange({ ...search, closeFrom: event.currentTarget.value || undefined })}
        />
        <TextInput
          type="date"
          label={t('deals.filters.to')}
          value={search.closeTo ?? ''}
          onChange={(event) => onChange({ ...search, closeTo: event.currentTarget.value || undefined })}
        />
        <NativeSelect
          label={t('deals.due.label')}
          value={search.due ?? ''}
          onChange={(event) => {
            const due = (['close date over', 'next step', 'no next step'] as const).find(
              (one) => one === event.currentTarget.value,
            )
            onChange({ ...search, due })
          }}
          data={[
            { value: '', label: '–' },
            { value: 'close date over', label: t('deals.due.close date over') },
            { value: 'next step', label: t('deals.due.next step') },
            { value: 'no next step', label: t('deals.due.no next step') },
          ]}
        />
        <NativeSelect
          label={t('deals.without.label')}
          value={search.without ?? ''}
          onChange={(event) =>
            onChange({ ...search, without: WITHOUT.find((one) => one === event.currentTarget.value) })
          }
          data={[{ value: '', label: '–' }, ...WITHOUT.map((value) => ({ value, label: t(`deals.without.${value}`) }))]}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
