import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { useIsRole } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { Moment } from '../../ui/moment.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { sayRefused, sayUndo } from '../../ui/toast.ts'
import { addDays, isDate } from '../funnel/cohort.ts'
import { newestLeadQuery } from '../funnel/queries.ts'
import look from './backtest.module.css'
import { BigNumbers } from './big-numbers.tsx'
import { backtestQuery } from './queries.ts'
import { Running } from './running.tsx'

type Props = {
  text: string
  hasProblems: boolean
  /** Puts a drafted text in place of what is being written. */
  onText: (text: string) => void
}

/** Leads need time to be won: the period offered ends two months before the newest lead. */
const AGE_DAYS = 60
const LENGTH_DAYS = 90

/** Beside the draft being written: tries it on a period of the past, and drafts a definition from the data. */
export function BacktestPanel(props: Props) {
  const newest = useQuery(newestLeadQuery)
  if (newest.data === undefined) return null
  const last = newest.data.leads[0]?.openedAt.slice(0, 10)
  if (last === undefined) return null
  const to = addDays(last, -AGE_DAYS)
  return <Panel {...props} first={addDays(to, -LENGTH_DAYS)} last={addDays(to, -1)} />
}

function Panel({ text, hasProblems, onText, ...days }: Props & { first: string; last: string }) {
  const { t } = useTranslation()
  const { count, points, share } = useNumbers()
  const isViewer = useIsRole('viewer')
  const [from, setFrom] = useState(days.first)
  const [last, setLast] = useState(days.last)
  const [tried, setTried] = useState<{ id: string; text: string; at: string } | null>(null)
  const isPeriod = isDate(from) && isDate(last) && from <= last
  const period = { from, to: isPeriod ? addDays(last, 1) : last, segment: {} }
  const start = useMutation({
    mutationFn: () => take(api.POST('/api/backtests', { body: { ...period, document: text } })),
    onSuccess: ({ id, createdAt }) => setTried({ id, text, at: createdAt }),
    onError: (error) => sayRefused(error),
  })
  const suggest = useMutation({
    mutationFn: () => take(api.POST('/api/backtests/suggestions', { body: { ...period, perWeek: null } })),
    onSuccess: (found) => {
      const before = text
      onText(found.document)
      sayUndo(
        t('backtest.panel.suggested', {
          taken: count(found.taken),
          all: count(found.leads),
          perWeek: points(found.takenPerWeek),
          rate: share(found.won.rate ?? 0),
          average: share(found.average.rate ?? 0),
        }),
        () => onText(before),
      )
    },
    onError: (error) => sayRefused(error),
  })
  const whyNot = isViewer ? t('backtest.panel.cannot') : isPeriod ? null : t('backtest.panel.backwards')
  return (
    <section className={look.panel} aria-label={t('backtest.panel.title')}>
      <h2 className={look.panelTitle}>{t('backtest.panel.title')}</h2>
      <p className="quiet small">{t('backtest.panel.text')}</p>
      <div className={look.dates}>
        <label className={look.date}>
          <span>{t('backtest.panel.from')}</span>
          <input type="date" value={from} max="9999-12-31" onChange={(event) => setFrom(event.currentTarget.value)} />
        </label>
        <label className={look.date}>
          <span>{t('backtest.panel.to')}</span>
          <input type="date" value={last} max="9999-12-31" onChange={(event) => setLast(event.currentTarget.value)} />
        </label>
      </div>
      <div className={look.panelActions}>
        <ReasonedButton
          why={whyNot ?? (hasProblems ? t('backtest.panel.problems') : null)}
          loading={start.isPending}
          onClick={() => start.mutate()}
        >
          {t('backtest.panel.run')}
        </ReasonedButton>
        <ReasonedButton variant="subtle" why={whyNot} loading={suggest.isPending} onClick={() => suggest.mutate()}>
          {t('backtest.panel.suggest')}
        </ReasonedButton>
      </div>
      {tried !== null && <Tried tried={tried} isStale={tried.text !== text} />}
    </section>
  )
}

function Tried({ tried, isStale }: { tried: { id: string; at: string }; isStale: boolean }) {
  const { t } = useTranslation()
  const { data } = useQuery(backtestQuery(tried.id))
  if (data === undefined) return null
  if (data.status === 'queued' || data.status === 'running')
    return <Running backtestId={data.id} status={data.status} progress={data.progress} />
  if (data.status === 'cancelled') return <p className="quiet">{t('backtest.cancelledTitle')}</p>
  if (data.report === null) return <p className={look.wrong}>{data.error ?? t('backtest.failedTitle')}</p>
  if (data.report.figures.leads === 0) return <p className="quiet">{t('backtest.emptyTitle')}</p>
  return (
    <>
      {isStale && (
        <p className="quiet small">
          {t('backtest.panel.stale', { when: '' }).trimEnd()} <Moment at={tried.at} />
        </p>
      )}
      <div className={look.small}>
        <BigNumbers report={data.report} />
      </div>
      <Button component={Link} to={paths.backtest.replace('$backtestId', data.id)}>
        {t('backtest.panel.open')}
      </Button>
    </>
  )
}
