import type { LeadRow } from '../../api/types.ts'
import { GradeBadge } from '../../ui/grade-badge.tsx'
import { Moment } from '../../ui/moment.tsx'
import { StageText } from '../../ui/stage-text.tsx'
import look from './lead-line.module.css'

/** A person in two lines, for a phone. */
export function LeadLine({ row }: { row: LeadRow }) {
  return (
    <div className={look.line}>
      <span className={look.name}>
        <b>{row.name}</b>
        {row.company === null ? null : ` · ${row.company}`}
      </span>
      <GradeBadge grade={row.grade} />
      <span className={look.second}>
        <StageText stage={row.stage} outcome={row.outcome} side={row.team} />
        {row.owner === null ? null : <span>{row.owner.name}</span>}
      </span>
      <span className={look.when}>
        <Moment at={row.openedAt} />
      </span>
    </div>
  )
}
