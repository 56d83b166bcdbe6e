import { useTranslation } from 'react-i18next'
import type { AgreementSummary } from '../queries.ts'
import { ClauseThread, WriteComment } from '../review/clause-thread.tsx'
import look from '../review/review.module.css'
import { Signatures } from '../signatures.tsx'
import effect from './effect.module.css'
import type { Thread } from './queries.ts'

type Props = {
  agreement: AgreementSummary
  threads: readonly Thread[]
  /** The clause a new comment is about. */
  about: string | null
  onClause: (clause: string) => void
  onWritten: () => void
  hasChanges: boolean
}

/** What people say about the draft, and who has still to sign it. */
export function ReviewPanel({ agreement, threads, about, onClause, onWritten, hasChanges }: Props) {
  const { t } = useTranslation()
  const isDraft = agreement.status === 'draft'
  const open = threads.filter((thread) => !thread.isResolved)
  const settled = threads.filter((thread) => thread.isResolved)
  const openOnClause = open.some((thread) => thread.clause === about)
  if (!isDraft)
    return (
      <section className={effect.panel} aria-label={t('agreement.review.title')}>
        <p className="quiet">{t('agreement.review.afterSaving')}</p>
      </section>
    )
  return (
    <section className={effect.panel} aria-label={t('agreement.review.title')}>
      {about !== null && !openOnClause && (
        <div className={look.thread}>
          <p className={look.about}>{t('agreement.review.about', { clause: about })}</p>
          <WriteComment key={about} version={agreement.version} about={{ clause: about }} onDone={onWritten} />
        </div>
      )}
      {open.length === 0 && settled.length === 0 && about === null && (
        <p className="quiet">{t('agreement.review.none')}</p>
      )}
      <div className={look.list}>
        {open.map((thread) => (
          <ClauseThread key={thread.id} version={agreement.version} thread={thread} onClause={onClause} />
        ))}
      </div>
      {settled.length > 0 && (
        <details>
          <summary className="quiet">{t('agreement.review.settledCount', { count: settled.length })}</summary>
          <div className={look.list}>
            {settled.map((thread) => (
              <ClauseThread key={thread.id} version={agreement.version} thread={thread} onClause={onClause} />
            ))}
          </div>
        </details>
      )}
      <div className={effect.head}>
        <h2>{t('agreement.review.signatures')}</h2>
        {hasChanges && <span className="quiet small">{t('agreement.review.saveFirst')}</span>}
      </div>
      <Signatures version={agreement} isNarrow isReadOnly={hasChanges} />
    </section>
  )
}
