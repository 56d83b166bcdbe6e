import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { saySpan } from '../../story/say-span.ts'
import { ClauseChip } from '../../ui/clause-chip.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Page, PageHeader } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Stat, StatRow } from '../../ui/stat.tsx'
import look from './feedback.module.css'
import { FeedbackLoop } from './feedback-loop.tsx'
import { countsQuery, type FeedbackCounts, feedbackQuery } from './queries.ts'
import { FEEDBACK_OF, type FeedbackOf } from './search.ts'

const route = getRouteApi('/framed/feedback')

/** What sales said of what marketing did, and what came of it: the same page for both teams. */
export function FeedbackPage() {
  const { t, i18n } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const of = search.of ?? 'all'
  const list = useInfiniteQuery(feedbackQuery(search))
  const counts = useQuery(countsQuery(i18n.language)).data
  const rows = list.data?.pages.flatMap((page) => page.feedback) ?? []
  const choose = (next: FeedbackOf) =>
    void navigate({ search: (before) => ({ ...before, of: next === 'all' ? undefined : next }), replace: true })
  return (
    <Page width="text">
      <PageHeader title={t('feedback.title')} aside={t('feedback.aside')} />
      {counts === undefined ? null : <Figures counts={counts} />}
      <div className={look.filters} role="toolbar" aria-label={t('feedback.filter')}>
        {FEEDBACK_OF.map((one) => (
          <button key={one} type="button" className={look.chip} aria-pressed={of === one} onClick={() => choose(one)}>
            {t(`feedback.of.${one}`)}
            {counts === undefined ? null : <span className={look.count}>{counts[one]}</span>}
          </button>
        ))}
        {search.campaign === undefined ? null : (
          <button
            type="button"
            className={look.chip}
            aria-pressed
            onClick={() => void navigate({ search: (before) => ({ ...before, campaign: undefined }) })}
          >
            {search.campaign} ×
          </button>
        )}
      </div>
      {list.isError ? (
        <ErrorNote error={list.error} onRetry={() => void list.refetch()} />
      ) : list.data === undefined ? (
        <Skeleton rows={6} />
      ) : rows.length === 0 ? (
        <Empty title={t(`feedback.empty.${of}`)}>{t('feedback.empty.text')}</Empty>
      ) : (
        <ol className={look.list}>
          {rows.map((row) => (
            <FeedbackLoop key={row.id} row={row} />
          ))}
        </ol>
      )}
      {list.hasNextPage ? (
        <div className={look.more}>
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('feedback.more')}
          </Button>
        </div>
      ) : null}
    </Page>
  )
}

function Figures({ counts }: { counts: FeedbackCounts }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const { n, medianMs } = counts.answerTime
  return (
    <>
      <p className={look.promise}>
        {counts.promise === null ? (
          <span className="quiet">{t('feedback.noPromise')}</span>
        ) : (
          <>
            <ClauseChip clause={counts.promise.clause} /> {counts.promise.sentence}
          </>
        )}
      </p>
      <StatRow>
        <Stat label={t('feedback.stat.open')} value={count(counts.open)} />
        <Stat label={t('feedback.stat.late')} value={count(counts.late)} />
        <Stat label={t('feedback.stat.answerTime')} value={medianMs === null ? '–' : saySpan(medianMs, t)}>
          {t('feedback.stat.n', { count: n })}
        </Stat>
        <Stat label={t('feedback.stat.tone')} value={`${count(counts.good)} / ${count(counts.bad)}`}>
          {t('feedback.stat.goodBad')}
        </Stat>
      </StatRow>
    </>
  )
}
