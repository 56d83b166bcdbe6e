import { IconMessage, IconMessageFilled } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Thread } from '../editor/queries.ts'
import { ClauseThread, WriteComment } from './clause-thread.tsx'
import look from './review.module.css'

type Props = { version: number; clause: string; threads: readonly Thread[]; mayWrite: boolean; isClosed: boolean }

/** What people say about a clause, below it in the read view of a draft: folded until somebody looks. */
export function ClauseComments({ version, clause, threads, mayWrite, isClosed }: Props) {
  const { t } = useTranslation()
  const open = threads.filter((thread) => !thread.isResolved)
  const [isShown, setIsShown] = useState(open.length > 0)
  if (threads.length === 0 && (!mayWrite || isClosed)) return null
  const Icon = open.length > 0 ? IconMessageFilled : IconMessage
  const count = threads.reduce((sum, thread) => sum + thread.comments.length, 0)
  return (
    <div className={look.inRow}>
      <button
        type="button"
        className={look.beside}
        data-open={open.length > 0 || undefined}
        aria-expanded={isShown}
        onClick={() => setIsShown(!isShown)}
      >
        <Icon size={14} stroke={1.8} aria-hidden />
        {count === 0 ? t('agreement.review.beside') : t('agreement.review.besideCount', { count })}
      </button>
      {isShown && (
        <div className={look.list}>
          {threads.map((thread) => (
            <ClauseThread key={thread.id} version={version} thread={thread} isClosed={isClosed} />
          ))}
          {open.length === 0 && mayWrite && !isClosed && <WriteComment version={version} about={{ clause }} />}
        </div>
      )}
    </div>
  )
}
