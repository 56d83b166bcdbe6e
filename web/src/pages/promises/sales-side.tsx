import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Rate } from '../../api/types.ts'
import { saySpan } from '../../story/say-span.ts'
import { ClauseChip } from '../../ui/clause-chip.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { OpenNumber } from '../../ui/open-number.tsx'
import { Stat, StatRow } from '../../ui/stat.tsx'
import { TeamBadge } from '../../ui/team-badge.tsx'
import { KeptBar } from './kept-bar.tsx'
import look from './promises.module.css'
import type { Board, RowsOf } from './search.ts'
import { FEW, SmallRate } from './small-rate.tsx'

type Props = { board: Board; onOpen: (rows: RowsOf) => void }

/** What sales promised: each promise kept and broken, and how long the first touch took. */
export function SalesSide({ board, onOpen }: Props) {
  const { t } = useTranslation()
  const { promises, human, system } = board.sales
  const span = (ms: number | null) => (ms === null ? '–' : saySpan(ms, t))
  return (
    <section className={look.side} data-side="sales" aria-label={t('common.side.sales')}>
      <h2 className={look.sideHead}>
        <TeamBadge side="sales" /> <span>{t('promises.salesKeeps')}</span>
      </h2>
      {promises.length === 0 && <p className="quiet">{t('promises.noSalesPromise')}</p>}
      {promises.map(({ clock, clause, sentence, kept, broken, running, rate }) => (
        <article key={clause} className={look.promise}>
          <p className={look.sentence}>
            <ClauseChip clause={clause} /> {sentence}
          </p>
          <KeptBar
            kept={kept}
            broken={broken}
            running={running}
            onKept={() => onOpen({ of: 'kept', clock })}
            onBroken={() => onOpen({ of: 'broken', clock })}
            onRunning={() => onOpen({ of: 'running', clock })}
          />
          <SmallRate rate={rate} />
        </article>
      ))}
      <div className={look.stats}>
        <StatRow>
          <Stat
            label={t('promises.human')}
            value={
              <OpenNumber onOpen={() => onOpen({ of: 'touched first' })} label={t('promises.humanOpen')}>
                {span(human.medianWorkedMs)}
              </OpenNumber>
            }
          >
            {human.medianMs === null
              ? t('promises.none')
              : t('promises.humanSecond', { raw: span(human.medianMs), count: human.n })}
          </Stat>
          <Stat label={t('promises.system')} value={span(system.medianMs)}>
            {t('promises.systemSecond', { count: system.n })}
          </Stat>
        </StatRow>
      </div>
      <Verdicts board={board} onOpen={onOpen} />
    </section>
  )
}

function Verdicts({ board, onOpen }: Props) {
  const { t } = useTranslation()
  const { count, share } = useNumbers()
  const { acceptance, acceptance30Days, followUp, coding, feedback } = board.sales
  const number = (rows: RowsOf, n: number, word: string) => (
    <OpenNumber onOpen={() => onOpen(rows)} label={t('promises.open', { what: word, n: count(n) })}>
      {count(n)} {word}
    </OpenNumber>
  )
  return (
    <dl className={look.verdicts}>
      <Verdict name={t('promises.acceptance')} rate={acceptance}>
        {number({ of: 'accepted' }, acceptance.accepted, t('promises.accepted'))} ·{' '}
        {number({ of: 'rejected' }, acceptance.rejected, t('promises.rejected'))} ·{' '}
        {number({ of: 'undecided' }, acceptance.undecided, t('promises.undecided'))}
        {acceptance30Days.isAlarm && acceptance30Days.rate !== null && (
          <span className={look.alarm}>
            <IconAlertTriangle size={14} stroke={2} aria-hidden />
            {t('promises.alarm', { rate: share(acceptance30Days.rate), n: count(acceptance30Days.n) })}
          </span>
        )}
      </Verdict>
      <Verdict name={t('promises.followUp')} rate={followUp}>
        {number({ of: 'followed up' }, followUp.k, t('promises.followed'))} ·{' '}
        {number({ of: 'forgotten' }, followUp.n - followUp.k, t('promises.forgotten'))}
      </Verdict>
      <Verdict name={t('promises.coding')} rate={coding}>
        {number({ of: 'coded' }, coding.k, t('promises.coded'))} ·{' '}
        {number({ of: 'uncoded' }, coding.n - coding.k, t('promises.uncoded'))}
        {feedback.medianMs !== null && <> · {t('promises.feedback', { span: saySpan(feedback.medianMs, t) })}</>}
      </Verdict>
    </dl>
  )
}

function Verdict({ name, rate, children }: { name: string; rate: Rate; children: React.ReactNode }) {
  const { t } = useTranslation()
  const { share } = useNumbers()
  const { n, low, high } = rate
  const value =
    rate.rate === null || low === null || high === null
      ? '–'
      : n < FEW
        ? t('common.rate.short', { low: share(low), high: share(high) })
        : share(rate.rate)
  const bounds =
    low === null || high === null || n < FEW ? '' : t('common.rate.short', { low: share(low), high: share(high) })
  return (
    <div className={look.verdict}>
      <dt>{name}</dt>
      <dd className="tnum">
        <strong>{value}</strong> <span className="quiet small">{bounds}</span>
      </dd>
      <dd className={look.second}>{children}</dd>
    </div>
  )
}
