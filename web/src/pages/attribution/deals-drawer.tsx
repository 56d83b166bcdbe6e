import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Moment } from '../../ui/moment.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import look from './attribution.module.css'
import { nameOf } from './name-of.ts'
import { dealsQuery } from './queries.ts'
import type { Asked, Model } from './search.ts'

type Props = { asked: Asked; model: Model; label: string | null; onClose: () => void }

/** The deals behind a number, each with its touches and what each touch got of it. */
export function DealsDrawer({ asked, model, label, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Drawer
      isOpen={label !== null}
      onClose={onClose}
      width={560}
      title={label === null ? '' : nameOf(label, asked.by, t)}
    >
      {label !== null && <Deals asked={asked} model={model} label={label} />}
    </Drawer>
  )
}

function Deals({ asked, model, label }: { asked: Asked; model: Model; label: string }) {
  const { t } = useTranslation()
  const { points, money, share } = useNumbers()
  const query = useInfiniteQuery(dealsQuery(asked, model, label))
  const [first] = query.data?.pages ?? []
  if (query.isError) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
  if (first === undefined) return <Skeleton rows={6} />
  const isLead = asked.level === 'lead'
  return (
    <>
      <p className={look.note}>
        {first.credited === null
          ? t('attribution.drawerWhole', { count: first.total })
          : t('attribution.drawerSum', {
              count: first.total,
              credited: points(first.credited),
              money: isLead ? '' : money(first.creditedCents ?? 0, first.currency),
              context: isLead ? 'lead' : undefined,
            })}
      </p>
      <ol className={look.deals}>
        {query.data?.pages.flatMap((page) =>
          page.deals.map((deal) => (
            <li key={`${deal.personId} ${deal.at} ${deal.deal}`}>
              <div className={look.dealHead}>
                <Link to={paths.lead} params={{ personId: deal.personId }}>
                  {deal.person || t('attribution.nameless')}
                </Link>
                <span className="quiet">{[deal.company, isLead ? null : deal.deal].filter(Boolean).join(' · ')}</span>
                <span className={look.dealMoney}>
                  {isLead ? points(deal.credited ?? 1) : money(deal.creditedCents ?? deal.cents, first.currency)}
                </span>
                <span className="quiet small">
                  <Moment at={deal.at} />
                  {!isLead && deal.creditedCents !== null && (
                    <> · {t('attribution.ofDeal', { money: money(deal.cents, first.currency) })}</>
                  )}
                </span>
              </div>
              <ul className={look.touches}>
                {deal.touches.map((touch) => (
                  <li key={`${touch.at} ${touch.label}`} data-own={touch.label === label || undefined}>
                    <span>{nameOf(touch.label, asked.by, t)}</span>
                    <Moment at={touch.at} />
                    <span className="tnum">
                      {touch.cents === null
                        ? ''
                        : isLead || deal.cents === 0
                          ? share(touch.weight ?? 0)
                          : money(touch.cents, first.currency)}
                    </span>
                  </li>
                ))}
              </ul>
            </li>
          )),
        )}
      </ol>
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('attribution.more')}
        </Button>
      )}
    </>
  )
}
