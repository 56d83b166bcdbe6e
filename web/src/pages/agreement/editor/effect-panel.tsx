import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../../api/client.ts'
import { useSession } from '../../../api/session.ts'
import { paths } from '../../../paths.ts'
import { serverNow } from '../../../ui/clock.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { GradeBadge } from '../../../ui/grade-badge.tsx'
import { useNumbers } from '../../../ui/numbers.ts'
import { sayDay } from '../../../ui/say-day.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { sayRefused } from '../../../ui/toast.ts'
import { type Asked, bodyOf, isPeriod } from '../../backtest/asked.ts'
import type { LiveReport } from '../../backtest/queries.ts'
import { Silences, type SilentFigures } from '../../backtest/silences.tsx'
import { useCondition } from '../../backtest/use-condition.ts'
import { WhichLeads } from '../../backtest/which-leads.tsx'
import { addDays, todayIn } from '../../funnel/cohort.ts'
import { newestLeadQuery } from '../../funnel/queries.ts'
import look from './effect.module.css'
import { liveQuery } from './queries.ts'

const ASK_AFTER_MS = 500
/** Fewer leads than this say little, and it is said so. */
const FEW = 30
const FEW_WINS = 30
const DAYS = 90

/** While one writes: what the text would have done with leads of the past, against the version in force. */
export function EffectPanel({ text, isSound }: { text: string; isSound: boolean }) {
  const { t } = useTranslation()
  const newest = useQuery(newestLeadQuery)
  const { zone } = useSession()
  const openedAt = newest.data?.leads[0]?.openedAt
  if (newest.isError) return <ErrorNote error={newest.error} onRetry={() => void newest.refetch()} isInline />
  if (newest.data === undefined) return <Skeleton rows={5} />
  if (openedAt === undefined) return <p className="quiet">{t('agreement.editor.effect.noLeads')}</p>
  // An imported history may have ended years ago: the newest lead says which days are the last.
  const last = todayIn(zone, Math.min(Date.parse(openedAt), serverNow()))
  return <Effect text={text} isSound={isSound} lately={{ from: addDays(last, 1 - DAYS), last, segment: {} }} />
}

function Effect({ text, isSound, lately }: { text: string; isSound: boolean; lately: Asked }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<Asked | null>(null)
  const asked = chosen ?? lately
  const [settled] = useDebouncedValue(text, ASK_AFTER_MS)
  const condition = useCondition(asked.segment.when)
  const isAskable = isSound && isPeriod(asked) && condition.isSound
  const live = useQuery({
    ...liveQuery(settled, bodyOf(asked)),
    enabled: isAskable && settled === text,
    placeholderData: (before) => before,
  })
  const isWaiting = isAskable && (live.isFetching || settled !== text || live.isPlaceholderData)
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
      <WhichLeads asked={asked} onChange={setChosen} />
      {live.isError && isAskable ? (
        <ErrorNote error={live.error} onRetry={() => void live.refetch()} isInline />
      ) : live.data === undefined ? (
        isAskable ? (
          <Skeleton rows={5} />
        ) : (
          <p className="quiet">{t('agreement.editor.effect.nothingYet')}</p>
        )
      ) : live.data.figures.leads === 0 ? (
        <p className="quiet">{t('backtest.emptyTitle')}</p>
      ) : (
        <div className={look.answer} data-old={isWaiting || undefined}>
          <Answer report={live.data} />
          <WholeComparison text={text} asked={asked} isSound={isAskable} />
        </div>
      )}
    </section>
  )
}

function WholeComparison({ text, asked, isSound }: { text: string; asked: Asked; isSound: boolean }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const start = useMutation({
    mutationFn: () => take(api.POST('/api/backtests', { body: { ...bodyOf(asked), document: text } })),
    onSuccess: ({ id }) => void navigate({ to: paths.backtest, params: { backtestId: id } }),
    onError: (error) => sayRefused(error),
  })
  return (
    <div className={look.whole}>
      <p className="quiet small">{t('agreement.editor.effect.wholeTells')}</p>
      <Button variant="default" disabled={!isSound} loading={start.isPending} onClick={() => start.mutate()}>
        {t('agreement.editor.effect.whole')}
      </Button>
    </div>
  )
}

/** The answers, each against the version in force, with what they stand on. */
function Answer({ report }: { report: LiveReport }) {
  const { t, i18n } = useTranslation()
  const { count, points, share, signed } = useNumbers()
  const { figures } = report
  const { qualified, winRate, won, load } = figures
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
          count: figures.leads,
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
          label={t('backtest.wins.winRate')}
          value={winRate.draft.rate === null ? '–' : share(winRate.draft.rate)}
          isChanged={winRate.draft.rate !== winRate.inForce.rate}
        >
          {winRate.draft.low !== null &&
            winRate.draft.high !== null &&
            `${t('agreement.editor.effect.interval', { low: share(winRate.draft.low), high: share(winRate.draft.high) })} · `}
          {winRate.all.rate !== null && t('agreement.editor.effect.ofAll', { rate: share(winRate.all.rate) })}
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
        <Silences figures={{ cannotSay: silencesOf(figures), maturityDays: figures.maturityDays }} />
      </details>
    </>
  )
}

function silencesOf({ leads, matured, won }: LiveReport['figures']): SilentFigures['cannotSay'] {
  const silences: SilentFigures['cannotSay'] = [
    { what: 'young', n: leads - matured },
    { what: 'few wins', n: won.all < FEW_WINS ? won.all : 0 },
  ]
  return silences.filter(({ n }) => n > 0)
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
function Grades({ grades }: { grades: LiveReport['figures']['byGrade'] }) {
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
