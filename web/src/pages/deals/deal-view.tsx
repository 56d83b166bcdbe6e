import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../../keys/use-keys.ts'
import { paths } from '../../paths.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Closing } from './closing.tsx'
import { Competitors } from './competitors.tsx'
import { DealHead } from './deal-head.tsx'
import look from './deal-view.module.css'
import { Documents } from './documents.tsx'
import { EvidencePart } from './evidence-part.tsx'
import { History } from './history.tsx'
import { Part } from './part.tsx'
import { Payments } from './payments.tsx'
import { People } from './people.tsx'
import { Products } from './products.tsx'
import { type DealView as Deal, type DealKey, dealQuery } from './queries.ts'
import { rowOf } from './row-of.ts'
import { StagePath } from './stage-path.tsx'
import { Terms } from './terms.tsx'
import { useDealActs } from './use-deal-acts.tsx'

/** Everything of one deal: in a panel in one column, on its own page in two. */
export function DealView({ dealKey, isPage = false }: { dealKey: DealKey; isPage?: boolean }) {
  const query = useQuery(dealQuery(dealKey))
  return <Loaded query={query}>{(deal) => <Whole deal={deal} isPage={isPage} />}</Loaded>
}

function Whole({ deal, isPage }: { deal: Deal; isPage: boolean }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const own = useDealActs({
    onOpen: ({ personId, id }) => void navigate({ to: paths.deal, params: { personId, dealId: id } }),
  })
  const { isAllowed = true, why = null } = deal.may['deal.changed'] ?? {}
  const acts = { ...own, mayChange: own.mayChange && isAllowed }
  const row = rowOf(deal)
  const isOpen = deal.status === 'open'
  useKeys(t('deals.one'), [
    { keys: 'w', says: t('deals.keys.won'), run: () => acts.win(row), isOff: !isOpen || !acts.mayChange },
    { keys: 'q', says: t('deals.keys.lost'), run: () => acts.lose(row), isOff: !isOpen || !acts.mayChange },
    { keys: 's', says: t('deals.keys.step'), run: () => acts.step(row), isOff: !isOpen || !acts.mayChange },
    { keys: 'u', says: t('deals.keys.undo'), run: acts.undoLast },
  ])
  return (
    <div className={look.view} data-is-page={isPage || undefined}>
      <DealHead deal={deal} acts={acts} isPage={isPage} />
      {own.mayChange && why !== null ? <p className={look.owed}>{why}</p> : null}
      <StagePath deal={deal} acts={acts} />
      <div className={look.columns}>
        <div className={look.first}>{isOpen ? <EvidencePart deal={deal} acts={acts} /> : <Closing deal={deal} />}</div>
        <div className={look.main}>
          <Part title={t('deals.part.products')}>
            <Products deal={deal} acts={acts} />
          </Part>
          <Part title={t('deals.part.documents')}>
            <Documents deal={deal} acts={acts} />
          </Part>
          <Part title={t('deals.part.payments')}>
            <Payments deal={deal} acts={acts} />
          </Part>
          <Part title={t('deals.part.history')}>
            <History deal={deal} acts={acts} />
          </Part>
        </div>
        <div className={look.side}>
          <Part title={t('deals.part.terms')}>
            <Terms deal={deal} acts={acts} />
          </Part>
          <Part title={t('deals.part.people')}>
            <People deal={deal} acts={acts} />
          </Part>
          <Part title={t('deals.part.competitors')}>
            <Competitors deal={deal} acts={acts} />
          </Part>
        </div>
      </div>
      {acts.dialog}
    </div>
  )
}
