import { useTranslation } from 'react-i18next'
import { sayDealStage } from '../../story/say-deal-stage.ts'
import { useNumbers } from '../../ui/numbers.ts'
import type { DealView } from './queries.ts'
import { rowOf } from './row-of.ts'
import look from './stage-path.module.css'
import type { DealActs } from './use-deal-acts.tsx'

/** The way through the stages, in the hues of the teams that own them: where it stands, how long it stood, where it can go. */
export function StagePath({ deal, acts }: { deal: DealView; acts: DealActs }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const isOpen = deal.status === 'open'
  return (
    <ol className={look.path} aria-label={t('deals.board.stages')}>
      {deal.stages.map((stage) => (
        <li
          key={stage.name}
          className={look.step}
          data-side={stage.team}
          data-is-current={stage.isCurrent || undefined}
        >
          <button
            type="button"
            className={look.button}
            data-was-there={stage.enteredAt !== null || undefined}
            aria-current={stage.isCurrent ? 'step' : undefined}
            disabled={!isOpen || !acts.mayChange || stage.isCurrent}
            title={stage.isCurrent ? undefined : t('deals.board.dropHere', { stage: sayDealStage(stage.name) })}
            onClick={() => acts.move(rowOf(deal), stage.name)}
          >
            <span className="cut">{sayDealStage(stage.name)}</span>
            <span className={look.days}>
              {stage.days === null || stage.days < 1
                ? ''
                : t('common.days', { count: Math.round(stage.days), n: count(stage.days) })}
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}
