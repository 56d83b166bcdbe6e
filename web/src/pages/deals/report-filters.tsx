import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { sayPipeline } from '../../story/say-deal-stage.ts'
import { settingsQuery } from './queries.ts'
import look from './reports.module.css'
import type { ReportSearch } from './search.ts'

type Props = { search: ReportSearch; onChange: (search: ReportSearch) => void; children?: ReactNode }

/** Which pipeline and whose deals a report is about. */
export function ReportFilters({ search, onChange, children }: Props) {
  const { t } = useTranslation()
  const settings = useQuery(settingsQuery).data
  const pipelines = settings?.pipelines ?? []
  return (
    <search className={look.filters} aria-label={t('deals.filters.label')}>
      {children}
      {pipelines.length < 2 ? null : (
        <NativeSelect
          aria-label={t('deals.filters.pipeline')}
          value={search.pipeline ?? ''}
          onChange={(event) => onChange({ ...search, pipeline: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: t('deals.filters.allPipelines') },
            ...pipelines.map((one) => ({ value: one.name, label: sayPipeline(one.name) })),
          ]}
        />
      )}
      <NativeSelect
        aria-label={t('deals.filters.owner')}
        value={search.owner ?? ''}
        onChange={(event) => onChange({ ...search, owner: event.currentTarget.value || undefined })}
        data={[
          { value: '', label: t('deals.filters.anyOwner') },
          ...(settings?.owners ?? []).map((owner) => ({ value: owner.id, label: owner.name })),
        ]}
      />
    </search>
  )
}
