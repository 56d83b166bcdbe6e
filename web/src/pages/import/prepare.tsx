import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { useIsRole } from '../../api/session.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Section } from '../../ui/page.tsx'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { sayRefused } from '../../ui/toast.ts'
import { DealChoices } from './deal-choices.tsx'
import { FileList } from './file-list.tsx'
import look from './import.module.css'
import { MappingOptions } from './mapping-options.tsx'
import { MappingTable } from './mapping-table.tsx'
import { PreviewRows } from './preview-rows.tsx'
import { type ImportView, type Mapping, previewQuery, profilesQuery } from './queries.ts'
import { SavedMappings } from './saved-mappings.tsx'

/** Before anything is written: what the files are, what each column becomes, and what the first rows would be. */
export function Prepare({ view }: { view: ImportView }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const client = useQueryClient()
  const mayRun = useIsRole('admin', 'manager', 'marketer')
  const [mapping, setMapping] = useState<Mapping | null>(view.mapping)
  const hasColumns = mapping !== null && Object.keys(mapping.columns).length > 0
  const hasBadCurrency = mapping !== null && mapping.currency !== null && mapping.currency.length !== 3
  const [profileName, setProfileName] = useState('')
  const [settled] = useDebouncedValue(mapping, 300)
  const preview = useQuery({ ...previewQuery(view.id, settled), enabled: mayRun && !hasBadCurrency })
  const ready = useQuery(profilesQuery).data?.ready.find((one) => one.id === view.profile)
  const rows = view.files.reduce((sum, file) => sum + (file.role === 'not used' ? 0 : (file.rows ?? 0)), 0)
  const run = useMutation({
    mutationFn: () => {
      const name = profileName.trim()
      const body = { ...(mapping === null ? {} : { mapping }), ...(name === '' ? {} : { saveProfileAs: name }) }
      return take(api.POST('/api/imports/{importId}/runs', { params: { path: { importId: view.id } }, body }))
    },
    onSuccess: (started) => client.setQueryData(['imports', view.id], started),
    onError: (error) => sayRefused(error),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['imports'] })
      void client.invalidateQueries({ queryKey: ['import profiles'] })
    },
  })
  return (
    <>
      <div className={look.recognised}>
        <p className={look.pastTitle}>
          {!hasColumns
            ? t('importing.profile.recognised', { name: ready?.name ?? view.profile })
            : t('importing.profile.contacts')}
        </p>
        <p className="quiet">
          {!hasColumns
            ? `${ready?.description ?? ''} ${t('importing.profile.ready')}`
            : t('importing.profile.contactsText')}
        </p>
      </div>
      <FileList files={view.files} />
      {mapping !== null && hasColumns && (
        <Section title={t('importing.mapping')} aside={<SavedMappings mapping={mapping} onUse={setMapping} />}>
          <MappingTable
            mapping={mapping}
            columns={
              preview.data?.columns ?? Object.keys(mapping.columns).map((name) => ({ name, target: null, samples: [] }))
            }
            onChange={setMapping}
          />
          <MappingOptions mapping={mapping} onChange={setMapping} />
        </Section>
      )}
      {mapping !== null && !hasColumns && mayRun && (
        <DealChoices importId={view.id} mapping={mapping} onChange={setMapping} />
      )}
      {mayRun && (
        <Section title={t('importing.preview')}>
          <div className={preview.isPlaceholderData ? look.stale : undefined}>
            <Loaded query={preview}>{(data) => <PreviewRows rows={data.rows} />}</Loaded>
          </div>
        </Section>
      )}
      <div className={look.runBar}>
        {hasColumns && (
          <TextInput
            label={t('importing.saveAs')}
            placeholder={t('importing.saveAsName')}
            value={profileName}
            maxLength={200}
            className={look.saveAs}
            onChange={(event) => setProfileName(event.currentTarget.value)}
          />
        )}
        <ReasonedButton
          variant="filled"
          size="md"
          why={!mayRun ? t('importing.cannotUpload') : hasBadCurrency ? t('importing.currency.bad') : null}
          loading={run.isPending || run.isSuccess}
          onClick={() => run.mutate()}
        >
          {rows > 0
            ? t('importing.run', { rows: t('importing.rows', { count: rows, shown: count(rows) }) })
            : t('importing.runAll')}
        </ReasonedButton>
      </div>
    </>
  )
}
