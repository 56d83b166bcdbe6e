import { useTranslation } from 'react-i18next'
import { useNumbers } from '../../ui/numbers.ts'
import look from './backtest.module.css'
import type { Figures } from './queries.ts'

export type SilentFigures = Pick<Figures, 'cannotSay' | 'maturityDays'>

/** Plain sentences on what this history cannot tell. */
export function Silences({ figures }: { figures: SilentFigures }) {
  const { t } = useTranslation()
  const { count, points } = useNumbers()
  return (
    <ul className={look.silences}>
      {figures.cannotSay.map(({ what, n }) => (
        <li key={what}>
          {t(`backtest.silent.${what}`, { count: n, days: points(figures.maturityDays ?? 0) }).replace(
            String(n),
            count(n),
          )}
        </li>
      ))}
      <li>{t('backtest.silent.behaviour')}</li>
      <li>{t('backtest.silent.crew')}</li>
    </ul>
  )
}
