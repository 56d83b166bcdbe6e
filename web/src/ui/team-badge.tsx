import { IconPhone, IconSpeakerphone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Side } from '../api/types.ts'
import look from './badges.module.css'

/** A team by its hue, its icon and its name. `isShort` leaves the name to the reader's ears only. */
export function TeamBadge({
  side,
  name,
  isShort = false,
}: {
  side: Side
  name?: string | undefined
  isShort?: boolean | undefined
}) {
  const { t } = useTranslation()
  const Icon = side === 'marketing' ? IconSpeakerphone : IconPhone
  const word = name ?? t(`common.side.${side}`)
  return (
    <span className={look.team} data-side={side} title={isShort ? word : undefined}>
      <Icon size={14} stroke={1.8} aria-hidden />
      <span className={isShort ? 'hidden-words' : undefined}>{word}</span>
    </span>
  )
}
