import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { sayDealStage } from '../../story/say-deal-stage.ts'
import { useNumbers } from '../../ui/numbers.ts'
import { TeamBadge } from '../../ui/team-badge.tsx'
import look from './board.module.css'
import type { BoardColumn } from './queries.ts'

type Props = {
  columns: readonly BoardColumn[]
  here: string | undefined
  over: string | null
  onStage: (stage: string) => void
}

/** On a phone: which stage is shown. A card that is held can be dropped on another. */
export function PhoneStages({ columns, here, over, onStage }: Props) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const chosen = list.current?.querySelector(`[data-stage="${CSS.escape(here ?? '')}"]`)
    chosen?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [here])
  return (
    <div ref={list} className={look.stages} role="tablist" aria-label={t('deals.board.stages')}>
      {columns.map((column) => (
        <button
          key={column.stage}
          type="button"
          role="tab"
          className={look.stageButton}
          aria-selected={column.stage === here}
          data-stage={column.stage}
          data-drop-stage={column.stage}
          data-is-over={over === column.stage || undefined}
          onClick={() => onStage(column.stage)}
        >
          <TeamBadge side={column.team} isShort />
          {sayDealStage(column.stage)}
          <span className="quiet tnum">{count(column.deals)}</span>
        </button>
      ))}
    </div>
  )
}
