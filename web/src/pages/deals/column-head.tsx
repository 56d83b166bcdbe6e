import { useTranslation } from 'react-i18next'
import { sayDealStage } from '../../story/say-deal-stage.ts'
import { useNumbers } from '../../ui/numbers.ts'
import { TeamBadge } from '../../ui/team-badge.tsx'
import look from './board.module.css'
import type { BoardColumn } from './queries.ts'
import { Sums } from './sums.tsx'

/** A stage by its name, its team, how many deals stand in it and their money by currency. */
export function ColumnHead({ column }: { column: BoardColumn }) {
  const { t } = useTranslation()
  const { count, share } = useNumbers()
  return (
    <header className={look.head} data-side={column.team}>
      <div className={look.headLine}>
        <TeamBadge side={column.team} isShort />
        <h2 className={`${look.stage} cut`} title={column.knownAs ?? undefined}>
          {sayDealStage(column.stage)}
        </h2>
        <span className={look.count} title={t('deals.count', { count: column.deals })}>
          {count(column.deals)}
        </span>
        {column.probability === null ? null : (
          <span className={look.chance} title={t('deals.board.probability', { share: share(column.probability) })}>
            {share(column.probability)}
          </span>
        )}
      </div>
      <p className={look.sums}>
        {column.deals === 0 ? '–' : <Sums sums={column.sums} />}
        {column.isInAgreement ? null : <span className={look.unknown}>{t('deals.board.notInAgreement')}</span>}
      </p>
    </header>
  )
}
