import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '../../api/problem-error.ts'
import { paths } from '../../paths.ts'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { Page, PageHeader, Section } from '../../ui/page.tsx'
import { sayDate, sayDay } from '../../ui/say-day.ts'
import { addDays } from '../funnel/cohort.ts'
import look from './backtest.module.css'
import { BigNumbers } from './big-numbers.tsx'
import { Curve } from './curve.tsx'
import { Grades } from './grades.tsx'
import { Load } from './load.tsx'
import { Promises } from './promises.tsx'
import { type Backtest, backtestQuery, type Report, type Segment } from './queries.ts'
import { RowsDrawer } from './rows-drawer.tsx'
import { Running } from './running.tsx'
import { SameDraft } from './same-draft.tsx'
import { type BacktestSearch, type NumberName, parseBacktestSearch, type RowsShown } from './search.ts'
import { Silences } from './silences.tsx'
import { segmentInWords } from './which-leads.tsx'
import { Wins } from './wins.tsx'

/** A draft tried on the past: four answers against the version in force, and everything behind them. */
export function BacktestPage() {
  const { t } = useTranslation()
  const { backtestId = '' } = useParams({ strict: false })
  const query = useQuery(backtestQuery(backtestId))
  const isUnknown = query.error instanceof ProblemError && ['not-found', 'bad-request'].includes(query.error.code)
  return (
    <Page>
      {isUnknown ? (
        <>
          <PageHeader title={t('backtest.title')} />
          <Empty title={t('backtest.notFoundTitle')} action={<ToAgreement />}>
            {t('backtest.notFoundText')}
          </Empty>
        </>
      ) : (
        <Loaded query={query}>{(backtest) => <Shown backtest={backtest} />}</Loaded>
      )}
    </Page>
  )
}

function ToAgreement() {
  const { t } = useTranslation()
  return (
    <Button variant="filled" component={Link} to={paths.agreement}>
      {t('backtest.toAgreement')}
    </Button>
  )
}

function Shown({ backtest }: { backtest: Backtest }) {
  const { t, i18n } = useTranslation()
  const { report, status } = backtest
  return (
    <>
      <PageHeader title={t('backtest.title')} aside={report?.draft.title} />
      {status === 'queued' || status === 'running' ? (
        <>
          <Running backtestId={backtest.id} status={status} progress={backtest.progress} />
          <p className="quiet small">{t('backtest.running.leave')}</p>
        </>
      ) : status === 'cancelled' ? (
        <Empty title={t('backtest.cancelledTitle')} action={<ToAgreement />}>
          {t('backtest.cancelledText')}
        </Empty>
      ) : status === 'failed' || report === null ? (
        <Empty title={t('backtest.failedTitle')} action={<ToAgreement />}>
          {backtest.error}
        </Empty>
      ) : (
        <>
          <p className={look.about}>
            {t('backtest.about', {
              from: sayDay(report.from, i18n.language),
              last: sayDay(addDays(report.to, -1), i18n.language),
              n: report.inForce.version,
            })}
            {'. '}
            <SegmentWords segment={report.segment} />
            {t('backtest.known', { when: sayDate(report.knownUntil, i18n.language) })}
          </p>
          {report.figures.leads === 0 ? (
            <>
              <Empty title={t('backtest.emptyTitle')} action={<ToAgreement />}>
                {t('backtest.emptyText')}
              </Empty>
              <Section title={t('backtest.other.title')}>
                <SameDraft backtest={backtest} />
              </Section>
            </>
          ) : (
            <Answer backtest={backtest} report={report} />
          )}
        </>
      )}
    </>
  )
}

function SegmentWords({ segment }: { segment: Segment }) {
  const { t, i18n } = useTranslation()
  const parts = segmentInWords(t, i18n.language, segment)
  return (
    <>
      {parts.length > 0 && <>{t('backtest.segmentOf', { what: parts.join(', ') })} </>}
      {segment.when !== undefined && (
        <>
          {t('backtest.segmentWhen')} <code className={look.whenInline}>{segment.when}</code>.{' '}
        </>
      )}
    </>
  )
}

function Answer({ backtest, report }: { backtest: Backtest; report: Report }) {
  const { t } = useTranslation()
  const search = parseBacktestSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const change = (next: BacktestSearch, replace = false) =>
    void navigate({ to: '.', search: { ...search, ...next }, replace, resetScroll: false })
  const open = (rows: NumberName) => change({ rows, grade: undefined, seller: undefined })
  const { figures } = report
  const shown: RowsShown | null =
    search.rows === undefined ? null : { number: search.rows, grade: search.grade, seller: search.seller }
  const seller = figures.load.sellers.find((each) => each.seller === search.seller)
  const title =
    shown === null
      ? ''
      : shown.grade !== undefined
        ? t('backtest.rows.grade', { grade: shown.grade })
        : seller !== undefined
          ? t('backtest.rows.seller', { name: seller.name })
          : t(`backtest.rows.${shown.number}`)
  return (
    <>
      <BigNumbers report={report} onOpen={open} />
      <Overlap report={report} onOpen={open} />
      <Section title={t('backtest.other.title')}>
        <SameDraft backtest={backtest} />
      </Section>
      <Section title={t('backtest.curve.title')}>
        <Curve report={report} chosen={search.curve} onChoose={(curve) => change({ curve }, true)} />
      </Section>
      <Section title={t('backtest.load.title')}>
        <Load report={report} onSeller={(one) => change({ rows: 'qualified', seller: one, grade: undefined })} />
      </Section>
      <Section title={t('backtest.wins.title')}>
        <Wins figures={figures} onOpen={open} />
      </Section>
      <Section title={t('backtest.promises.title')}>
        <Promises figures={figures} onOpen={open} />
      </Section>
      <Section title={t('backtest.grades.title')}>
        <Grades figures={figures} onGrade={(grade) => change({ rows: 'qualified', grade, seller: undefined })} />
      </Section>
      <Section title={t('backtest.silent.title')}>
        <Silences figures={figures} />
      </Section>
      <RowsDrawer
        backtestId={backtest.id}
        rows={shown}
        title={title}
        currency={report.currency}
        onClose={() => change({ rows: undefined, grade: undefined, seller: undefined }, true)}
      />
    </>
  )
}

function Overlap({ report, onOpen }: { report: Report; onOpen: (rows: NumberName) => void }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const { qualified } = report.figures
  const onlyDraft = qualified.draft.k - qualified.both
  const onlyInForce = qualified.inForce.k - qualified.both
  return (
    <p className={look.overlap}>
      <Button variant="subtle" size="compact-sm" onClick={() => onOpen('only draft')}>
        {t('backtest.onlyDraft', { n: count(onlyDraft) })}
      </Button>
      <Button variant="subtle" size="compact-sm" onClick={() => onOpen('only in force')}>
        {t('backtest.onlyInForce', { n: count(onlyInForce) })}
      </Button>
      <span className="quiet">{t('backtest.both', { n: count(qualified.both) })}</span>
    </p>
  )
}
