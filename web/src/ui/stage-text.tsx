import { IconCheck, IconCircle, IconCircleX, IconRepeat } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Outcome, Side, Stage } from '../api/types.ts'
import look from './badges.module.css'

const ICONS = {
  open: IconCircle,
  won: IconCheck,
  lost: IconCircleX,
  rejected: IconCircleX,
  disqualified: IconCircleX,
  recycled: IconRepeat,
  expired: IconCircleX,
} as const

/** Where a lead stands: its stage while it is open, in the owning team's hue; else how it ended. */
export function StageText({ stage, outcome, side }: { stage: Stage; outcome: Outcome; side: Side }) {
  const { t } = useTranslation()
  const Icon = ICONS[outcome]
  return (
    <span className={look.stage} data-outcome={outcome} data-side={side}>
      <Icon size={13} stroke={2} aria-hidden />
      {outcome === 'open' ? t(`common.stage.${stage}`) : t(`common.outcome.${outcome}`)}
    </span>
  )
}
