import { useTranslation } from 'react-i18next'
import { Moment } from '../../ui/moment.tsx'
import look from './history.module.css'
import type { DealView } from './queries.ts'
import { rowOf } from './row-of.ts'
import { useSayHistory } from './say-history.ts'
import type { DealActs } from './use-deal-acts.tsx'

/** Everything that happened to the deal, newest first; what may be taken back has its button. */
export function History({ deal, acts }: { deal: DealView; acts: DealActs }) {
  const { t } = useTranslation()
  const say = useSayHistory()
  const retract = (factId: string) =>
    void acts.say(rowOf(deal), [{ kind: 'fact.retracted', data: { fact: factId } }], { said: t('deals.move.undone') })
  return (
    <ol className={look.history}>
      {deal.history.map((entry) => (
        <li key={entry.factId} className={look.entry} data-is-retracted={entry.isRetracted || undefined}>
          <span className={look.dot} aria-hidden />
          <span className={look.what}>
            <span>{say(entry)}</span>
            <span className="quiet small">
              {entry.by?.name ?? entry.source} · <Moment at={entry.at} />
              {entry.isRetracted ? ` · ${t('deals.history.retracted')}` : null}
            </span>
          </span>
          {entry.mayRetract && !entry.isRetracted ? (
            <button type="button" className={look.undo} onClick={() => retract(entry.factId)}>
              {t('deals.history.takeBack')}
            </button>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
