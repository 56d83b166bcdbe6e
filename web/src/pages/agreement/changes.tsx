import { useTranslation } from 'react-i18next'
import { compareLines, foldUnchanged } from './compare-lines.ts'
import look from './document.module.css'

type Props = { before: string; after: string; beforeVersion: number }

/** What a document changes against the version in force, line by line. */
export function Changes({ before, after, beforeVersion }: Props) {
  const { t } = useTranslation()
  const lines = compareLines(before, after)
  const added = lines.filter((line) => line.kind === 'added').length
  const removed = lines.filter((line) => line.kind === 'removed').length
  if (added + removed === 0) return <p className="quiet">{t('agreement.changes.same')}</p>
  return (
    <section aria-label={t('agreement.changes.title', { n: beforeVersion })}>
      <div className={look.tools}>
        <h2 className={look.heading}>{t('agreement.changes.title', { n: beforeVersion })}</h2>
        <span className="quiet small">{t('agreement.changes.summary', { added, removed })}</span>
      </div>
      <ol className={look.diff}>
        {foldUnchanged(lines).map((line, i) =>
          line.kind === 'gap' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a fold is known by its place
            <li key={i} className={look.gap}>
              {t('agreement.changes.gap', { count: line.lines })}
            </li>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
            <li key={i} className={look.diffLine} data-kind={line.kind}>
              <span className={look.number}>{line.oldLine}</span>
              <span className={look.number}>{line.newLine}</span>
              <span className={look.sign} aria-hidden>
                {line.kind === 'added' ? '+' : line.kind === 'removed' ? '−' : ''}
              </span>
              {line.kind !== 'same' && <span className="hidden-words">{t(`agreement.changes.${line.kind}`)}: </span>}
              <code>{line.text === '' ? '\u200b' : line.text}</code>
            </li>
          ),
        )}
      </ol>
    </section>
  )
}
