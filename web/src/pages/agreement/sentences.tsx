import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import look from './agreement.module.css'
import { ClauseRow } from './clause-row.tsx'
import type { ClauseSentence } from './queries.ts'
import { SECTIONS } from './sections.ts'

type Props<C extends ClauseSentence> = {
  clauses: readonly C[]
  silent: readonly string[]
  did?: (clause: C) => ReactNode
  below?: (clause: C) => ReactNode
}

/** The whole contract in sentences, section by section, and last what it leaves unsaid. */
export function Sentences<C extends ClauseSentence>({ clauses: all, silent, did, below }: Props<C>) {
  const { t } = useTranslation()
  const sections = SECTIONS.map((section) => ({
    section,
    clauses: all.filter((clause) => clause.section === section),
  }))
  return (
    <div className={look.contract}>
      {sections
        .filter(({ clauses }) => clauses.length > 0)
        .map(({ section, clauses }) => (
          <section key={section} className={look.section} aria-labelledby={`section-${section}`}>
            <div className={look.sectionHead}>
              <h2 id={`section-${section}`}>{t(`agreement.sections.${section}`)}</h2>
              <p className="quiet small">{t(`agreement.sectionNotes.${section}`)}</p>
            </div>
            <ol className={look.clauses}>
              {clauses.map((clause) => (
                <ClauseRow
                  key={`${clause.clause} ${clause.sentence}`}
                  clause={clause}
                  did={did?.(clause)}
                  below={below?.(clause)}
                />
              ))}
            </ol>
          </section>
        ))}
      {silent.length > 0 && (
        <section className={look.section} aria-labelledby="section-silent">
          <div className={look.sectionHead}>
            <h2 id="section-silent">{t('agreement.silentTitle')}</h2>
            <p className="quiet small">{t('agreement.silentNote')}</p>
          </div>
          <ul className={look.silent}>
            {silent.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
