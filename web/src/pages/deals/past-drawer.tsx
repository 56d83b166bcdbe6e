import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { paths } from '../../paths.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import line from './deal-line.module.css'
import { sayMonth } from './month.ts'
import { nameOf } from './name-of.ts'
import look from './rows-drawer.module.css'
import { StatusText } from './status-text.tsx'

export type PastOf = { month: string; currency: string; pipeline?: string; owner?: string }

const pastQuery = (query: PastOf) =>
  queryOptions({
    queryKey: ['deals', 'forecast past', query],
    queryFn: ({ signal }) => take(api.GET('/api/forecast/past', { params: { query }, signal })),
  })

/** The deals behind a month that is over: what each said when it began, and what came of it. */
export function PastDrawer({ past, onClose }: { past: PastOf | null; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const title = past === null ? '' : t('deals.forecast.behindMonth', { month: sayMonth(past.month, i18n.language) })
  return (
    <Drawer isOpen={past !== null} onClose={onClose} title={title} width={520}>
      {past === null ? null : <Rows past={past} />}
    </Drawer>
  )
}

function Rows({ past }: { past: PastOf }) {
  const { t } = useTranslation()
  const { money } = useNumbers()
  const query = useQuery(pastQuery(past))
  return (
    <Loaded query={query}>
      {({ rows, isCut }) => (
        <>
          {rows.length === 0 ? <p className="quiet">{t('deals.rows.none')}</p> : null}
          <ul>
            {rows.map((row) => (
              <li key={`${row.personId} ${row.id}`}>
                <Link to={paths.deal} params={{ personId: row.personId, dealId: row.id }} className={look.row}>
                  <span className={line.line}>
                    <span className={`${line.name} cut`}>
                      <b>{nameOf(row, t)}</b> <span className="quiet">{row.owner?.name}</span>
                    </span>
                    <span className={line.amount}>{money(row.cameCents, row.currency)}</span>
                    <span className={line.second}>
                      {row.saidCents === null
                        ? t('deals.forecast.notForeseen')
                        : t('deals.forecast.saidThen', { money: money(row.saidCents, row.currency) })}
                    </span>
                    <StatusText status={row.status} at={row.closedAt} />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          {isCut ? <p className="quiet small">{t('deals.rows.cut')}</p> : null}
        </>
      )}
    </Loaded>
  )
}
