import { useTranslation } from 'react-i18next'
import { useNumbers } from '../../ui/numbers.ts'
import { OpenNumber } from '../../ui/open-number.tsx'
import { Stat, StatRow } from '../../ui/stat.tsx'
import type { WinLoss } from './queries.ts'
import type { RowsOf } from './rows-drawer.tsx'
import { Sums } from './sums.tsx'

/** Won, lost and no decision, the rate between them, and what is won by word alone. */
export function ResultNumbers({ result, onRows }: { result: WinLoss; onRows: (rows: RowsOf) => void }) {
  const { t } = useTranslation()
  const { count, share } = useNumbers()
  const open = (status: 'won' | 'lost' | 'undecided' | 'unproven') => () =>
    onRows({ title: t(`deals.status.${status}`), filters: { status }, sort: 'closed' })
  const { winRate, winRateWithUndecided } = result
  return (
    <StatRow>
      <Stat label={t('deals.results.winRate')} value={winRate.rate === null ? '–' : share(winRate.rate)}>
        {winRate.low === null || winRate.high === null
          ? t('common.rate.sample', { k: count(winRate.k), n: count(winRate.n) })
          : t('deals.results.between', { low: share(winRate.low), high: share(winRate.high) })}
        {winRateWithUndecided.rate === null || result.undecided === 0 ? null : (
          <>
            <br />
            {t('deals.results.withUndecided', { share: share(winRateWithUndecided.rate) })}
          </>
        )}
      </Stat>
      <Stat label={t('deals.status.won')} value={<OpenNumber onOpen={open('won')}>{count(result.won)}</OpenNumber>}>
        <Sums sums={result.wonSums} />
        {result.unproven.deals === 0 ? null : (
          <>
            <br />
            <OpenNumber onOpen={open('unproven')}>
              {t('deals.results.unproven', { count: result.unproven.deals })}
            </OpenNumber>
          </>
        )}
      </Stat>
      <Stat label={t('deals.status.lost')} value={<OpenNumber onOpen={open('lost')}>{count(result.lost)}</OpenNumber>}>
        <Sums sums={result.lostSums} />
      </Stat>
      <Stat
        label={t('deals.status.undecided')}
        value={<OpenNumber onOpen={open('undecided')}>{count(result.undecided)}</OpenNumber>}
      >
        <Sums sums={result.undecidedSums} />
      </Stat>
    </StatRow>
  )
}
