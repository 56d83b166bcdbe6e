import { useQuery } from '@tanstack/react-query'
import { currentLanguage } from '../../i18n/i18n.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Changes } from './changes.tsx'
import { ClauseChanges } from './clause-changes.tsx'
import type { Part } from './editor/queries.ts'
import { agreementQuery } from './queries.ts'

/** What the text being written says otherwise than the version in force: in sentences, and line by line. */
export function ComparedWithInForce({ text, parts }: { text: string; parts: readonly Part[] | null }) {
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
          <Changes before={inForce.document} after={text} beforeVersion={inForce.version} />
        </>
      )}
    </Loaded>
  )
}
