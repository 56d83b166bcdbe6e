import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../i18n/i18n.ts'
import { Loaded } from '../../ui/loaded.tsx'
import look from './agreement.module.css'
import { Changes } from './changes.tsx'
import { ClauseChanges } from './clause-changes.tsx'
import { type Agreement, agreementQuery, versionsQuery } from './queries.ts'

/** What a version says otherwise than another: the version in force, the one before it, or whichever is chosen. */
export function ComparedVersions({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation()
  const versions = useQuery(versionsQuery).data?.agreements ?? []
  const others = versions.filter((one) => one.version !== agreement.version)
  const inForce = others.find((one) => one.status === 'in force')
  const before = others.find((one) => one.version < agreement.version && one.status !== 'withdrawn')
  const [chosen, setChosen] = useState<number | null>(null)
  const against = chosen ?? inForce?.version ?? before?.version ?? others[0]?.version
  if (against === undefined) return null
  return (
    <>
      <div className={look.against}>
        <span className="quiet">{t('agreement.against')}</span>
        <NativeSelect
          aria-label={t('agreement.against')}
          value={String(against)}
          onChange={(event) => setChosen(Number(event.currentTarget.value))}
          data={others.map((one) => ({
            value: String(one.version),
            label: `${t('agreement.version', { n: one.version })} · ${t(`agreement.status.${one.status}`)}`,
          }))}
        />
      </div>
      <Against agreement={agreement} version={against} />
    </>
  )
}

function Against({ agreement, version }: { agreement: Agreement; version: number }) {
  const { t } = useTranslation()
  const other = useQuery(agreementQuery(version, currentLanguage()))
  return (
    <Loaded query={other}>
      {(before) => (
        <>
          <ClauseChanges
            before={before.clauses}
            after={agreement.clauses}
            beforeVersion={before.version}
            isInForce={before.status === 'in force'}
          />
          <details className={look.byLine}>
            <summary>{t('agreement.changes.byLine')}</summary>
            <Changes before={before.document} after={agreement.document} beforeVersion={before.version} />
          </details>
        </>
      )}
    </Loaded>
  )
}
