import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { useIsRole } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { useNumbers } from '../../ui/numbers.ts'
import { RateText } from '../../ui/rate-text.tsx'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { sayDay } from '../../ui/say-day.ts'
import { sayRefused } from '../../ui/toast.ts'
import { addDays } from '../funnel/cohort.ts'
import { type Asked, bodyOf, isPeriod } from './asked.ts'
import look from './backtest.module.css'
import { type Backtest, sameDraftQuery, type Try } from './queries.ts'
import { useCondition } from './use-condition.ts'
import { segmentInWords, WhichLeads } from './which-leads.tsx'

/** How the same text does on other periods and segments: what was found on one holds on another, or it does not. */
export function SameDraft({ backtest }: { backtest: Backtest }) {
  const { t } = useTranslation()
  const tries = useQuery(sameDraftQuery(backtest.id)).data?.tries ?? []
  return (
    <>
      <p className="quiet small">{t('backtest.other.text')}</p>
      {tries.length > 1 && <Table tries={tries} shownId={backtest.id} />}
      <TryOn key={backtest.id} backtest={backtest} />
    </>
  )
}

function Table({ tries, shownId }: { tries: Try[]; shownId: string }) {
  const { t, i18n } = useTranslation()
  const { count } = useNumbers()
  return (
    <div className={look.scroll}>
      <table className={look.table}>
        <thead>
          <tr>
            <th scope="col">{t('backtest.other.leads')}</th>
            <th scope="col">{t('backtest.other.met')}</th>
            <th scope="col">{t('backtest.numbers.qualified')}</th>
            <th scope="col">{t('backtest.wins.winRate')}</th>
            <th scope="col">{t('backtest.other.wonOfAll')}</th>
            <th scope="col">{t('backtest.numbers.won')}</th>
          </tr>
        </thead>
        <tbody>
          {tries.map((each) => {
            const days = `${sayDay(each.from, i18n.language, 'short')} – ${sayDay(addDays(each.to, -1), i18n.language, 'short')}`
            const parts = segmentInWords(t, i18n.language, each.segment)
            const isShown = each.id === shownId
            return (
              <tr key={each.id} data-is-draft={isShown || undefined} aria-current={isShown || undefined}>
                <th scope="row" className={look.period}>
                  {isShown ? (
                    days
                  ) : (
                    <Link to={paths.backtest} params={{ backtestId: each.id }}>
                      {days}
                    </Link>
                  )}
                  {parts.length > 0 && <div className="quiet small">{parts.join(', ')}</div>}
                  {each.segment.when !== undefined && <code className={look.when}>{each.segment.when}</code>}
                </th>
                <td>{count(each.leads)}</td>
                <td>
                  <RateText rate={each.qualified} />
                </td>
                <td>
                  <RateText rate={each.won} />
                </td>
                <td>
                  <RateText rate={each.wonOfAll} />
                </td>
                <td>
                  <RateText rate={each.caught} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** Starts the same text on other leads; offered first is the month that follows. */
function TryOn({ backtest }: { backtest: Backtest }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const isViewer = useIsRole('viewer')
  const [asked, setAsked] = useState<Asked>({
    from: backtest.to,
    last: lastOfMonth(backtest.to),
    segment: backtest.segment,
  })
  const { isSound } = useCondition(asked.segment.when)
  const start = useMutation({
    mutationFn: () => take(api.POST('/api/backtests', { body: { ...bodyOf(asked), document: backtest.document } })),
    onSuccess: ({ id }) => void navigate({ to: paths.backtest, params: { backtestId: id } }),
    onError: (error) => sayRefused(error),
  })
  const why = isViewer
    ? t('backtest.panel.cannot')
    : !isPeriod(asked)
      ? t('backtest.panel.backwards')
      : isSound
        ? null
        : t('backtest.which.unsound')
  return (
    <section className={look.tryOn} aria-label={t('backtest.other.tryOn')}>
      <WhichLeads asked={asked} onChange={setAsked} />
      <div>
        <ReasonedButton why={why} loading={start.isPending} onClick={() => start.mutate()}>
          {t('backtest.other.run')}
        </ReasonedButton>
      </div>
    </section>
  )
}

function lastOfMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
