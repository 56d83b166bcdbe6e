import { useTranslation } from 'react-i18next'
import { ClauseChip } from '../../ui/clause-chip.tsx'
import { TeamBadge } from '../../ui/team-badge.tsx'
import look from './clause-changes.module.css'
import { type ComparedClause, compareClauses, compareWords } from './compare-clauses.ts'
import type { ClauseSentence } from './queries.ts'
import { isNamed, SECTIONS } from './sections.ts'

type Props = {
  before: readonly ClauseSentence[]
  after: readonly ClauseSentence[]
  beforeVersion: number
  isInForce: boolean
}

/** What a version says otherwise than another, in plain language. */
export function ClauseChanges({ before, after, beforeVersion, isInForce }: Props) {
  const { t } = useTranslation()
  const changes = compareClauses(before, after)
  const title = t(isInForce ? 'agreement.changes.title' : 'agreement.changes.titleOf', { n: beforeVersion })
  if (changes.length === 0) return <p className="quiet">{t('agreement.changes.saysSame', { n: beforeVersion })}</p>
  const known = SECTIONS.map(String)
  const sections = [...Map.groupBy(changes, ({ section }) => section)].sort(
    ([a], [b]) => known.indexOf(a) - known.indexOf(b),
  )
  return (
    <section aria-label={title}>
      <h2 className={look.title}>{title}</h2>
      {sections.map(([section, list]) => (
        <div key={section} className={look.section}>
          <h3 className={look.heading}>{t(`agreement.sections.${section}`)}</h3>
          <ul className={look.list}>
            {list.map((change) => (
              <Change key={`${change.kind} ${change.clause}`} change={change} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function Change({ change }: { change: ComparedClause }) {
  const { t } = useTranslation()
  const { kind, before, after, clause } = change
  const shown = after ?? before
  return (
    <li className={look.change} data-kind={kind}>
      <span className={look.kind}>
        {isNamed(clause) && <ClauseChip clause={clause} />}
        {t(`agreement.changes.kinds.${kind}`)}
        {shown?.owner !== undefined && shown.owner !== null && <TeamBadge side={shown.owner} isShort />}
      </span>
      {before !== null && after !== null && kind === 'changed' ? (
        <>
          <Words before={before.sentence} after={after.sentence} />
          {before.because !== after.because && (
            <Words
              isQuiet
              before={before.because === null ? '' : t('agreement.because', { why: before.because })}
              after={after.because === null ? '' : t('agreement.because', { why: after.because })}
            />
          )}
        </>
      ) : (
        <>
          <p className={look.sentence}>{shown?.sentence}</p>
          {shown?.because !== undefined && shown.because !== null && (
            <p className="quiet">{t('agreement.because', { why: shown.because })}</p>
          )}
        </>
      )}
    </li>
  )
}

function Words({ before, after, isQuiet = false }: { before: string; after: string; isQuiet?: boolean }) {
  return (
    <p className={isQuiet ? look.quiet : look.sentence}>
      {compareWords(before, after).map((word, i) =>
        word.kind === 'same' ? (
          word.text
        ) : word.kind === 'added' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a word is known by its place
          <ins key={i}>{word.text}</ins>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a word is known by its place
          <del key={i}>{word.text}</del>
        ),
      )}
    </p>
  )
}
