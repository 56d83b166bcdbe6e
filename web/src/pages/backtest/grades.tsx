import { useTranslation } from 'react-i18next'
import { ClauseChip } from '../../ui/clause-chip.tsx'
import { GradeBadge } from '../../ui/grade-badge.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { OpenNumber } from '../../ui/open-number.tsx'
import look from './backtest.module.css'
import type { Figures } from './queries.ts'

/** Who qualifies, by grade and by the clause that lets them in. */
export function Grades({ figures, onGrade }: { figures: Figures; onGrade: (grade: string) => void }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  return (
    <div className={look.pair}>
      <table className={look.table}>
        <thead>
          <tr>
            <th scope="col">{t('backtest.grades.grade')}</th>
            <th scope="col">{t('backtest.grades.draft')}</th>
            <th scope="col">{t('backtest.grades.inForce')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.byGrade.map(({ grade, draft, inForce }) => (
            <tr key={grade}>
              <th scope="row">
                <GradeBadge grade={grade} />
              </th>
              <td>
                {draft === 0 ? (
                  count(draft)
                ) : (
                  <OpenNumber
                    onOpen={() => onGrade(grade)}
                    label={`${count(draft)}: ${t('backtest.rows.grade', { grade })}`}
                  >
                    {count(draft)}
                  </OpenNumber>
                )}
              </td>
              <td>{count(inForce)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className={look.table}>
        <thead>
          <tr>
            <th scope="col">{t('backtest.grades.clause')}</th>
            <th scope="col">{t('backtest.grades.draft')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.byClause.map(({ clause, draft }) => (
            <tr key={clause}>
              <th scope="row">
                <ClauseChip clause={clause} />
              </th>
              <td>{count(draft)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
