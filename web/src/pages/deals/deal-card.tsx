import { IconAlertCircle, IconArrowRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type PointerEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { Money } from '../../ui/money.tsx'
import look from './board.module.css'
import { CloseDay } from './close-day.tsx'
import { nameOf } from './name-of.ts'
import { OwnerMark } from './owner-mark.tsx'
import { ProofBadge } from './proof-badge.tsx'
import type { DealRow } from './queries.ts'

type Props = {
  deal: DealRow
  isAt: boolean
  /** The keyboard brought us here: the card takes the focus. */
  takesFocus: boolean
  isCarried: boolean
  onPress: (event: PointerEvent<HTMLElement>) => void
  onOpen: () => void
  onFocus: () => void
}

/** One deal on the board. It is a link: the middle button opens its own page, a click the panel. */
export function DealCard({ deal, isAt, takesFocus, isCarried, onPress, onOpen, onFocus }: Props) {
  const { t } = useTranslation()
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (isAt && takesFocus) link.current?.focus({ preventScroll: true })
  }, [isAt, takesFocus])
  const second = [deal.company, deal.person].filter((one) => one !== null && one !== '').join(' · ')
  return (
    <Link
      ref={link}
      to={paths.deal}
      params={{ personId: deal.personId, dealId: deal.id }}
      preload={false}
      draggable={false}
      tabIndex={isAt ? 0 : -1}
      className={look.card}
      data-is-at={isAt || undefined}
      data-is-carried={isCarried || undefined}
      onPointerDown={onPress}
      onFocus={onFocus}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        onOpen()
      }}
    >
      <span className={look.cardHead}>
        <span className={`${look.cardName} cut`}>{nameOf(deal, t)}</span>
        <ProofBadge proof={deal.proof} isWon={deal.status === 'won'} />
      </span>
      <span className={`${look.cardWho} cut`}>{second}</span>
      <span className={look.cardMoney}>
        <b>
          <Money cents={deal.amountCents} currency={deal.currency} />
        </b>
        <CloseDay day={deal.closeDate} isOpen={deal.status === 'open'} />
      </span>
      <span className={look.cardNext}>
        {deal.nextStep === null ? (
          <span className={look.cardLacks}>
            <IconAlertCircle size={13} stroke={1.8} aria-hidden />
            {t('deals.noNextStep')}
          </span>
        ) : (
          <span className={`${look.cardStep} cut`}>
            <IconArrowRight size={13} stroke={1.8} aria-hidden />
            <span className="cut">{deal.nextStep}</span>
          </span>
        )}
        <OwnerMark user={deal.owner} />
      </span>
    </Link>
  )
}
