import { IconArrowRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { lazyForms } from '../../theme/with-forms.tsx'
import { PlainButton } from '../../ui/plain-button.tsx'
import { CloseDay } from '../deals/close-day.tsx'
import { nameOf } from '../deals/name-of.ts'
import type { DealRow } from '../deals/queries.ts'
import look from './deals-today.module.css'

const NextStep = lazyForms(() => import('./next-step.tsx').then((module) => module.NextStep))

type Props = { deal: DealRow; mayChange: boolean; isOpen: boolean; onOpen: (isOpen: boolean) => void }

/** One deal that waits for its next step. */
export function DueDeal({ deal, mayChange, isOpen, onOpen }: Props) {
  const { t } = useTranslation()
  const name = nameOf(deal, t)
  return (
    <li className={look.line}>
      <Link to={paths.deal} params={{ personId: deal.personId, dealId: deal.id }} className={look.deal}>
        <span className={look.name}>{name}</span>
        <span className="quiet cut">{deal.nextStep ?? t('today.steps.none')}</span>
        {deal.nextStepAt === null ? null : <CloseDay day={deal.nextStepAt.slice(0, 10)} isOpen />}
      </Link>
      {!mayChange ? null : isOpen ? (
        <Suspense>
          <NextStep deal={deal} name={name} onClose={() => onOpen(false)} />
        </Suspense>
      ) : (
        <PlainButton
          rightSection={<IconArrowRight size={14} stroke={1.8} aria-hidden />}
          aria-label={t(deal.nextStep === null ? 'today.steps.stateOf' : 'today.steps.doneOf', { deal: name })}
          onClick={() => onOpen(true)}
        >
          {t(deal.nextStep === null ? 'today.steps.state' : 'today.steps.done')}
        </PlainButton>
      )}
    </li>
  )
}
