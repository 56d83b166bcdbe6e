import { getRouteApi } from '@tanstack/react-router'
import { Page } from '../../ui/page.tsx'
import { DealView } from './deal-view.tsx'
import { useLiveDeals } from './use-live-deals.ts'

const route = getRouteApi('/framed/deals/$personId/$dealId')

/** One deal on its own page. */
export function DealPage() {
  const { personId, dealId } = route.useParams()
  useLiveDeals()
  return (
    <Page>
      <DealView key={`${personId} ${dealId}`} dealKey={{ personId, id: dealId }} isPage />
    </Page>
  )
}
