import { useTranslation } from 'react-i18next'
import type { DecisionView } from '../api/types.ts'
import { useNumbers } from '../ui/numbers.ts'
import { numberOf, recordsOf, textOf } from './read-data.ts'
import look from './why.module.css'

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

function isData(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Clauses that held too and stand later; and what a learned score went by. */
export function ScoringWhy({ decision }: { decision: DecisionView }) {
  const { t } = useTranslation()
  const { share } = useNumbers()
  const alsoHeld = decision.what === 'qualified' ? textsOf(decision.data.alsoHeld) : []
  const learned =
    decision.what === 'scored' ? recordsOf(decision.data, 'lines').filter(({ learned: made }) => isData(made)) : []
  return (
    <>
      {alsoHeld.length === 0 || decision.clause === null ? null : (
        <p className={look.small}>
          {t('story.why.alsoHeld', {
            count: alsoHeld.length,
            clauses: alsoHeld.join(', '),
            clause: decision.clause,
          })}
        </p>
      )}
      {learned.map((line) => {
        const made = isData(line.learned) ? line.learned : {}
        return (
          <p key={textOf(line, 'clause')} className={look.small}>
            {t('story.why.learned', {
              clause: textOf(line, 'clause') ?? '',
              share: share(numberOf(made, 'probability') ?? 0),
              reasons: textsOf(made.told).join('; '),
            })}
          </p>
        )
      })}
    </>
  )
}
