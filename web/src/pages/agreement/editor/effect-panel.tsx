import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../../api/client.ts'
import { paths } from '../../../paths.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { GradeBadge } from '../../../ui/grade-badge.tsx'
import { useNumbers } from '../../../ui/numbers.ts'
import { sayDay } from '../../../ui/say-day.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { sayRefused } from '../../../ui/toast.ts'
import type { Report } from '../../backtest/queries.ts'
import { Silences } from '../../backtest/silences.tsx'
import { addDays } from '../../funnel/cohort.ts'
import look from './effect.module.css'
import { liveQuery } from './queries.ts'

const ASK_AFTER_MS = 500
/** Fewer leads than this say little, and it is said so. */
const FEW = 30

/** While one writes: what the text would have done with the leads of the last 90 days, against the version in force. */
export function EffectPanel({ text, isSound }: { text: string; isSound: boolean }) {
  const { t } = useTranslation()
  const [settled] = useDebouncedValue(text, ASK_AFTER_MS)
  const live = useQuery({
    ...liveQuery(settled),
    enabled: isSound && settled === text,
    placeholderData: (before) => before,
  })
  const isWaiting = isSound && (live.isFetching || settled !== text || live.isPlaceholderData)
  return (
    <section className={look.panel} aria-label={t('agreement.editor.effect.title')} aria-busy={isWaiting}>
      <div className={look.head}>
        <h2>{t('agreement.editor.effect.title')}</h2>
        <span className="quiet small" role="status">
          {!isSound
            ? t('agreement.editor.effect.afterMending')
            : isWaiting
              ? t('agreement.editor.effect.counting')
              : ''}
        </span>
      </div>
      <div className={look.bar} data-on={isWaiting || undefined} aria-hidden />
      {live.isError && isSound ? (
        <ErrorNote error={live.error} onRetry={() => void live.refetch()} isInline />
      ) : live.data === undefined ? (
        isSound ? (
          <Skeleton rows={5} />
        ) : (
          <p className="quiet">{t('agreement.editor.effect.nothingYet')}</p>
        )
      ) : live.data.report === null || live.data.report.figures.leads === 0 ? (
        <p className="quiet">{t('agreement.editor.effect.noLeads')}</p>
      ) : (
        <div className={look.answer} data-old={isWaiting || undefined}>
          <Answer report={live.data.report} />
          <WholeComparison text={text} report={live.data.report} isSound={isSound} />
        </div>
      )}
    </section>
  )
}

function WholeComparison({ text, report, isSound }: { text: string; report: Report; isSound: boolean }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const start = useMutation({
    mutationFn: () =>
      take(api.POST('/api/backtests', { body: { from: report.from, to: report.to, segment: {}, document: text } })),
    onSuccess: ({ id }) => void navigate({ to: paths.backtest, params: { backtestId: id } }),
    onError: (error) => sayRefused(error),
  })
  return (
    <Button variant="default" disabled={!isSound} loading={start.isPending} onClick={() => start.mutate()}>
      {t('agreement.editor.effect.whole')}
    </Button>
  )
}

/** The answers, each against the version in force, with what they stand on. */
function Answer({ report }: { report: Report }) {
  const { t, i18n } = useTranslation()
  const { count, points, signed } = useNumbers()
  const { figures } = report
  const { qualified, won, promises, load } = figures
  const last = addDays(report.to, -1)
  const line = (draft: number, inForce: number): string =>
    draft === inForce
      ? t('agreement.editor.effect.same', { n: count(inForce) })
      : t('agreement.editor.effect.instead', { n: count(inForce), by: signed(draft - inForce) })
  const isFull = load.capacityPerWeek !== null && load.draftPerWeek > load.capacityPerWeek
  return (
    <>
      <p className="quiet small">
        {t('agreement.editor.effect.about', {
          n: count(figures.leads),
          from: sayDay(report.from, i18n.language, 'short'),
          last: sayDay(last, i18n.language, 'short'),
        })}
        {figures.leads < FEW && ` ${t('agreement.editor.effect.few')}`}
      </p>
      <dl className={look.numbers}>
        <Counted
          label={t('agreement.editor.effect.qualified')}
          value={count(qualified.draft.k)}
          isChanged={qualified.draft.k !== qualified.inForce.k}
        >
          {line(qualified.draft.k, qualified.inForce.k)}
          {qualified.difference.difference !== 0 &&
            ` · ${t('agreement.editor.effect.interval', { low: signed(qualified.difference.low), high: signed(qualified.difference.high) })}`}
        </Counted>
        <Counted
          label={t('agreement.editor.effect.load')}
          value={points(load.draftPerWeek)}
          isChanged={load.draftPerWeek !== load.inForcePerWeek}
          tone={isFull ? 'breach' : undefined}
        >
          {load.capacityPerWeek === null
            ? t('agreement.editor.effect.noCapacity')
            : t(isFull ? 'agreement.editor.effect.overCapacity' : 'agreement.editor.effect.capacity', {
                n: points(load.capacityPerWeek),
              })}
        </Counted>
        <Counted
          label={t('agreement.editor.effect.broken')}
          value={promises.brokenRate.draft.n === 0 ? '–' : count(promises.draft.broken)}
          isChanged={promises.draft.broken !== promises.inForce.broken}
        >
          {promises.brokenRate.draft.n === 0
            ? t('agreement.editor.effect.unknowable')
            : `${t('agreement.editor.effect.ofKnown', { n: count(promises.brokenRate.draft.n) })} · ${line(promises.draft.broken, promises.inForce.broken)}`}
        </Counted>
        <Counted
          label={t('agreement.editor.effect.missed')}
          value={count(won.missed)}
          isChanged={won.missed > 0}
          tone={won.missed > 0 ? 'warning' : undefined}
        >
          {t('agreement.editor.effect.ofWon', { n: count(won.all), inForce: count(won.inForce.k) })}
        </Counted>
      </dl>
      <Grades grades={figures.byGrade} />
      <details className={look.honest} open={figures.leads < FEW}>
        <summary>{t('agreement.editor.effect.cannotSay')}</summary>
        <Silences figures={figures} />
      </details>
    </>
  )
}

function Counted({
  label,
  value,
  isChanged,
  tone,
  children,
}: {
  label: string
  value: string
  isChanged: boolean
  tone?: 'warning' | 'breach' | undefined
  children: ReactNode
}) {
  return (
    <div className={look.number} data-changed={isChanged || undefined}>
      <dt>{label}</dt>
      <dd>
        <span className={look.value} data-tone={tone}>
          {value}
        </span>
        <span className="quiet small">{children}</span>
      </dd>
    </div>
  )
}

/** How many of each grade, as two bars: the draft above, the version in force below. */
function Grades({ grades }: { grades: Report['figures']['byGrade'] }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const shown = grades.filter(({ draft, inForce }) => draft + inForce > 0)
  const most = Math.max(1, ...shown.flatMap(({ draft, inForce }) => [draft, inForce]))
  if (shown.length === 0) return null
  return (
    <table className={look.grades}>
      <caption>{t('agreement.editor.effect.byGrade')}</caption>
      <tbody>
        {shown.map(({ grade, draft, inForce }) => (
          <tr key={grade}>
            <th scope="row">
              <GradeBadge grade={grade} />
            </th>
            <td className={look.gradeBars}>
              <span className={look.gradeDraft} style={{ width: `${(100 * draft) / most}%` }} />
              <span className={look.gradeInForce} style={{ width: `${(100 * inForce) / most}%` }} />
            </td>
            <td className={`${look.gradeCount} tnum`} data-changed={draft !== inForce || undefined}>
              {count(draft)}
              <span className="quiet small"> {t('agreement.editor.effect.was', { n: count(inForce) })}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
