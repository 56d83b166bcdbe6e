import { useTranslation } from 'react-i18next'
import { DivergingBars } from './diverging.tsx'
import type { WinLoss } from './queries.ts'
import look from './reports.module.css'
import type { RowsOf } from './rows-drawer.tsx'
import { UndecidedBars } from './undecided-bars.tsx'
import { withCapital } from './with-capital.ts'

type Reason = WinLoss['reasons'][number]
type Status = 'won' | 'lost' | 'undecided'

/** One list of reasons for wins and losses; what ended without a decision beside it. */
export function Reasons({ result, onRows }: { result: WinLoss; onRows: (rows: RowsOf) => void }) {
  const { t } = useTranslation()
  const open = (reason: Reason, status: Status) =>
    onRows({
      title: `${reason.says} · ${t(`deals.status.${status}`)}`,
      filters: { status, reason: reason.code },
      sort: 'closed',
      note: t('deals.results.rowsNote'),
    })
  const decided = result.reasons.filter((reason) => reason.won + reason.lost > 0)
  const undecided = result.reasons.filter((reason) => reason.undecided > 0)
  const without = result.withoutReason
  return (
    <div className={look.reasons}>
      <div>
        {decided.length === 0 ? (
          <p className="quiet">{t('deals.reason.none')}</p>
        ) : (
          <DivergingBars
            heads={{ left: t('deals.status.lost'), right: t('deals.status.won') }}
            rows={decided
              .toSorted((a, b) => b.lost + b.won - (a.lost + a.won))
              .map((reason) => ({
                id: reason.code,
                title: withCapital(reason.says),
                left: reason.lost,
                right: reason.won,
                leftLabel: t('deals.results.lostFor', { count: reason.lost, reason: reason.says }),
                rightLabel: t('deals.results.wonFor', { count: reason.won, reason: reason.says }),
                onLeft: () => open(reason, 'lost'),
                onRight: () => open(reason, 'won'),
              }))}
          />
        )}
        {without.won + without.lost === 0 ? null : (
          <p className={look.second}>{t('deals.results.withoutReason', { lost: without.lost, won: without.won })}</p>
        )}
      </div>
      <div>
        <h3 className={look.subtitle}>{t('deals.status.undecided')}</h3>
        <UndecidedBars
          rows={undecided.map((reason) => ({
            id: reason.code,
            title: withCapital(reason.says),
            value: reason.undecided,
            onOpen: () => open(reason, 'undecided'),
          }))}
        />
      </div>
    </div>
  )
}
