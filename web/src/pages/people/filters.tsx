import { CloseButton, NativeSelect, TextInput } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { usersQuery } from '../../story/use-names.ts'
import { sayChannel } from '../../ui/say-channel.ts'
import look from './filters.module.css'
import { OUTCOMES, type PeopleSearch, STAGES } from './search.ts'

const channelsQuery = queryOptions({
  queryKey: ['campaigns', 'channels'],
  queryFn: ({ signal }) => take(api.GET('/api/channel-rules', { signal })),
})

/** The filters, kept in the address. */
export function Filters({ search, onChange }: { search: PeopleSearch; onChange: (search: PeopleSearch) => void }) {
  const { t } = useTranslation()
  const users = useQuery(usersQuery).data?.users ?? []
  const channels = useQuery(channelsQuery).data?.channels ?? []
  const { sort, ...filters } = search
  const isFiltered = Object.values(filters).some((value) => value !== undefined)
  return (
    <search className={look.filters} aria-label={t('people.filters')}>
      <NativeSelect
        aria-label={t('people.label.stage')}
        data-is-set={search.stage !== undefined || undefined}
        value={search.stage ?? ''}
        onChange={(event) => onChange({ ...search, stage: STAGES.find((one) => one === event.currentTarget.value) })}
        data={[
          { value: '', label: t('people.any.stage') },
          ...STAGES.map((one) => ({ value: one, label: t(`common.stage.${one}`) })),
        ]}
      />
      <NativeSelect
        aria-label={t('people.label.outcome')}
        value={search.outcome ?? ''}
        onChange={(event) =>
          onChange({ ...search, outcome: OUTCOMES.find((one) => one === event.currentTarget.value) })
        }
        data={[
          { value: '', label: t('people.any.outcome') },
          ...OUTCOMES.map((one) => ({ value: one, label: t(`common.outcome.${one}`) })),
        ]}
      />
      <NativeSelect
        aria-label={t('people.label.owner')}
        value={search.owner ?? ''}
        onChange={(event) => onChange({ ...search, owner: event.currentTarget.value || undefined })}
        data={[
          { value: '', label: t('people.any.owner') },
          ...users.map((user) => ({ value: user.id, label: user.name })),
        ]}
      />
      <NativeSelect
        aria-label={t('people.label.channel')}
        value={search.channel ?? ''}
        onChange={(event) => onChange({ ...search, channel: event.currentTarget.value || undefined })}
        data={[
          { value: '', label: t('people.any.channel') },
          ...[...new Set([...channels, ...(search.channel === undefined ? [] : [search.channel])])].map((one) => ({
            value: one,
            label: sayChannel(one, t),
          })),
        ]}
      />
      <span className={look.days}>
        <span className="quiet">{t('people.met')}</span>
        <TextInput
          type="date"
          aria-label={t('people.label.from')}
          value={search.openedFrom ?? ''}
          max={search.openedTo}
          onChange={(event) => onChange({ ...search, openedFrom: event.currentTarget.value || undefined })}
        />
        –
        <TextInput
          type="date"
          aria-label={t('people.label.to')}
          value={search.openedTo ?? ''}
          min={search.openedFrom}
          onChange={(event) => onChange({ ...search, openedTo: event.currentTarget.value || undefined })}
        />
      </span>
      {isFiltered ? (
        <CloseButton
          size="sm"
          aria-label={t('people.clear')}
          title={t('people.clear')}
          onClick={() => onChange({ sort })}
        />
      ) : null}
    </search>
  )
}
