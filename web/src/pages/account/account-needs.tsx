import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { NeedCard } from '../lead/need-card.tsx'
import look from '../lead/needs.module.css'

/** What everybody of the company needs, whose need each is. */
export function AccountNeeds({ accountId }: { accountId: string }) {
  const { t } = useTranslation()
  const query = useQuery({
    queryKey: ['account', accountId, 'needs'],
    queryFn: ({ signal }) =>
      take(api.GET('/api/accounts/{accountId}/needs', { params: { path: { accountId } }, signal })),
  })
  return (
    <Loaded query={query}>
      {({ needs }) =>
        needs.length === 0 ? (
          <p className="quiet">{t('account.noNeeds')}</p>
        ) : (
          <ul className={look.needs}>
            {needs.map((need) => (
              <NeedCard key={`${need.personId} ${need.id}`} need={need} showsPerson />
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}
