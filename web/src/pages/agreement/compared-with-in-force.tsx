import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../i18n/i18n.ts'
import { Loaded } from '../../ui/loaded.tsx'
import look from './agreement.module.css'
import { Changes } from './changes.tsx'
import { ClauseChanges } from './clause-changes.tsx'
import type { Part } from './editor/queries.ts'
import { agreementQuery } from './queries.ts'

/** What the text being written says otherwise than the version in force: in sentences, and line by line. */
export function ComparedWithInForce({ text, parts }: { text: string; parts: readonly Part[] | null }) {
  const { t } = useTranslation()
  const current = useQuery(agreementQuery('current', currentLanguage()))
  return (
    <Loaded query={current}>
      {(inForce) => (
        <>
          {parts !== null && (
            <ClauseChanges
              before={inForce.clauses}
              after={parts.flatMap((part) => part.sentences)}
              beforeVersion={inForce.version}
              isInForce
            />
          )}
          <details className={look.byLine}>
            <summary>{t('agreement.changes.byLine')}</summary>
            <Changes before={inForce.document} after={text} beforeVersion={inForce.version} />
          </details>
        </>
      )}
    </Loaded>
  )
}
