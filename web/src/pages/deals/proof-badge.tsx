import { IconCoins, IconFileCheck, IconFileUnknown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import look from './proof-badge.module.css'

const ICONS = { contract: IconFileCheck, payment: IconCoins, none: IconFileUnknown } as const

/** What proves a win. A win by somebody's word stands out; an open deal without proof shows nothing. */
export function ProofBadge({ proof, isWon, isShort = false }: { proof: string; isWon: boolean; isShort?: boolean }) {
  const { t } = useTranslation()
  const known = proof === 'contract' || proof === 'payment' ? proof : 'none'
  if (known === 'none' && !isWon) return null
  const Icon = ICONS[known]
  return (
    <span className={look.badge} data-proof={known} title={isShort ? t(`deals.proof.${known}`) : undefined}>
      <Icon size={13} stroke={1.8} aria-hidden />
      <span className={isShort ? 'hidden-words' : undefined}>{t(`deals.proof.${known}`)}</span>
    </span>
  )
}
