import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Deal, Lead } from '../../api/types.ts'
import { paths } from '../../paths.ts'
import { sayReason } from '../../story/say-reason.ts'
import { Moment } from '../../ui/moment.tsx'
import { Money } from '../../ui/money.tsx'
import { useDealActs } from '../deals/use-deal-acts.tsx'
import look from './deals.module.css'

/** The deals, open ones first, each with its next step and a way to its page; and a new one. */
export function Deals({ lead }: { lead: Lead }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const acts = useDealActs({
    onOpen: ({ personId, id }) => void navigate({ to: paths.deal, params: { personId, dealId: id } }),
  })
  const isOpen = lead.attempts.some((attempt) => attempt.outcome === 'open')
  const sorted = lead.deals.toSorted(
    (a, b) => Number(b.status === 'open') - Number(a.status === 'open') || b.openedAt.localeCompare(a.openedAt),
  )
  const company = lead.account.name
  const person = { personId: lead.personId, name: lead.name, company: typeof company === 'string' ? company : null }
  return (
    <>
      {sorted.length === 0 ? <p className="quiet">{t('lead.noDeals')}</p> : null}
      <ul className={look.deals}>
        {sorted.map((deal) => (
          <OneDeal key={deal.id} deal={deal} personId={lead.personId} />
        ))}
      </ul>
      {isOpen && acts.mayChange ? (
        <Button
          variant="subtle"
          size="xs"
          className={look.add ?? ''}
          leftSection={<IconPlus size={14} stroke={2} aria-hidden />}
          onClick={() => acts.open({ person })}
        >
          {t('deals.add')}
        </Button>
      ) : null}
      {acts.dialog}
    </>
  )
}

function OneDeal({ deal, personId }: { deal: Deal; personId: string }) {
  const { t } = useTranslation()
  return (
    <li data-status={deal.status} className={look.deal}>
      <p className={look.line}>
        <Link to={paths.deal} params={{ personId, dealId: deal.id }} className={look.name}>
          {deal.name ?? t('deals.nameless')}
        </Link>
        <span className={look.amount}>
          <Money cents={deal.amountCents} currency={deal.currency} />
        </span>
      </p>
      <p className={look.small}>
        {[
          t(`deals.status.${deal.status}`),
          deal.status === 'open' ? deal.stage : null,
          deal.status === 'won' ? t(`lead.proof.${deal.proof}`) : null,
        ]
          .filter((one) => one !== null)
          .join(' · ')}
        {deal.reason === null ? null : ` · ${sayReason(deal.reason, t)}`}
        {' · '}
        <Moment at={deal.closedAt ?? deal.openedAt} />
      </p>
      <p className={look.small}>{[deal.sdr?.name, deal.closer?.name].filter((one) => one !== undefined).join(' → ')}</p>
      {deal.status === 'open' ? (
        <p className={look.next}>
          <span className={look.small}>{t('lead.nextStep')}</span>
          {deal.nextStep === null ? (
            <span className="quiet">{t('lead.noNextStep')}</span>
          ) : (
            <span>{deal.nextStep}</span>
          )}
        </p>
      ) : null}
    </li>
  )
}
