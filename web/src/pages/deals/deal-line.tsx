import { useTranslation } from 'react-i18next'
import { sayDealStage } from '../../story/say-deal-stage.ts'
import { Money } from '../../ui/money.tsx'
import { CloseDay } from './close-day.tsx'
import look from './deal-line.module.css'
import { nameOf } from './name-of.ts'
import type { DealRow } from './queries.ts'
import { StatusText } from './status-text.tsx'

/** A deal in two lines, for a phone and for lists behind a number. */
export function DealLine({ deal }: { deal: DealRow }) {
  const { t } = useTranslation()
  return (
    <div className={look.line}>
      <span className={`${look.name} cut`}>
        <b>{nameOf(deal, t)}</b> <span className="quiet">{deal.company ?? deal.person}</span>
      </span>
      <span className={look.amount}>
        <Money cents={deal.amountCents} currency={deal.currency} />
      </span>
      <span className={`${look.second} cut`}>
        {deal.status === 'open' ? sayDealStage(deal.stage) : <StatusText status={deal.status} at={deal.closedAt} />}
        {deal.owner === null ? null : ` · ${deal.owner.name}`}
      </span>
      <CloseDay day={deal.closeDate} isOpen={deal.status === 'open'} />
    </div>
  )
}
