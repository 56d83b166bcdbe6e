import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/types.ts'
import { ClauseChip } from '../../ui/clause-chip.tsx'
import look from './document.module.css'

type Problem = Schemas['AgreementProblem']
type Props = { problems: readonly Problem[]; onGo: (problem: Problem) => void }

/** Each problem with its line, its clause and what mends it; choosing one goes there. */
export function ProblemList({ problems, onGo }: Props) {
  const { t } = useTranslation()
  return (
    <ul className={look.problems}>
      {problems.map((problem) => (
        <li key={`${problem.line} ${problem.column} ${problem.path} ${problem.what}`}>
          <button type="button" className={look.problem} onClick={() => onGo(problem)}>
            <span className={look.problemPlace}>
              {t('agreement.edit.line', { line: problem.line })}
              {problem.clause !== null && <ClauseChip clause={problem.clause} />}
            </span>
            <span>{problem.what}</span>
            {problem.mend !== '' && <span className="quiet">{t('agreement.edit.mend', { mend: problem.mend })}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}
