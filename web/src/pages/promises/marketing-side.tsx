import { IconAlertTriangle, IconCheck, IconTrendingDown } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { saySpan } from '../../story/say-span.ts'
import { ClauseChip } from '../../ui/clause-chip.tsx'
import { useNumbers } from '../../ui/numbers.ts'
import { OpenNumber } from '../../ui/open-number.tsx'
import { TeamBadge } from '../../ui/team-badge.tsx'
import { BurnUpPicture } from './burn-up-picture.tsx'
import { KeptBar } from './kept-bar.tsx'
import look from './promises.module.css'
import type { Board, DeliveryLine, PromisesSearch, RowsOf } from './search.ts'
import { SmallRate } from './small-rate.tsx'

type Props = { board: Board; search: PromisesSearch; onOpen: (rows: RowsOf) => void }

/** What marketing promised: each delivery as a burn-up, and what comes with a lead. */
export function MarketingSide({ board, onOpen }: Props) {
  const { t } = useTranslation()
  const { lines, handoff, feedback } = board.marketing
  return (
    <section className={look.side} data-side="marketing" aria-label={t('common.side.marketing')}>
      <h2 className={look.sideHead}>
        <TeamBadge side="marketing" /> <span>{t('promises.marketingDelivers')}</span>
      </h2>
      {lines.length === 0 && <p className="quiet">{t('promises.noDelivery')}</p>}
      {lines.map((told) => (
        <Delivery key={`${told.clause} ${told.letter}`} told={told} onOpen={onOpen} />
      ))}
      {handoff !== null && <HandOff handoff={handoff} onOpen={onOpen} />}
      {feedback !== null && <Answers feedback={feedback} />}
    </section>
  )
}

function useAmounts({ unit, currency }: DeliveryLine) {
  const { count, points, money } = useNumbers()
  if (unit === 'value' && currency !== null) {
    const whole = (cents: number) => money(Math.round(cents / 100) * 100, currency)
    return { exact: whole, about: whole }
  }
  return { exact: (n: number) => (Number.isInteger(n) ? count(n) : points(n)), about: points }
}

function Delivery({ told, onOpen }: { told: DeliveryLine; onOpen: Props['onOpen'] }) {
  const { t } = useTranslation()
  const { exact, about } = useAmounts(told)
  const what = told.letter === null ? told.sentence : t('promises.ofLetter', { letter: told.letter })
  const rows: RowsOf = { of: 'delivered', letter: told.letter ?? undefined }
  const shown = { actual: exact(told.actual), goal: exact(told.goal) }
  return (
    <article className={look.delivery} data-part={told.letter !== null || undefined}>
      <div>
        <p className={look.sentence}>
          {told.letter === null && <ClauseChip clause={told.clause} />} {what}
        </p>
        <p className={look.big}>
          <OpenNumber onOpen={() => onOpen(rows)} label={t('promises.deliveredOpen', shown)}>
            {shown.actual}
          </OpenNumber>
          <span className={look.of}>{t('promises.ofGoal', { goal: shown.goal })}</span>
          <Status status={told.status} isOver={told.required === null} />
        </p>
        <p className={look.second}>
          {told.pace === null
            ? t('promises.nothingDue')
            : told.required === null
              ? t('promises.over', { share: about(Math.round(told.pace * 100)) })
              : t('promises.due', { expected: about(told.expected), pace: about(Math.round(told.pace * 100)) })}
          {told.required !== null && told.required > 0 && told.pace !== null && (
            <> · {t('promises.required', { required: about(told.required) })}</>
          )}
          {told.required !== null && told.projected !== null && (
            <> · {t('promises.projected', { projected: about(told.projected) })}</>
          )}
        </p>
      </div>
      <BurnUpPicture told={told} label={t('promises.pictureLabel', { ...shown, expected: about(told.expected) })} />
      {told.letter === null && (
        <p className={look.legend} aria-hidden>
          <span data-line="actual">{t('promises.legend.actual')}</span>
          <span data-line="expected">{t('promises.legend.expected')}</span>
          {told.required !== null && <span data-line="projected">{t('promises.legend.projected')}</span>}
          {told.days.some((day) => day.usual !== null) && <span data-line="usual">{t('promises.legend.usual')}</span>}
        </p>
      )}
    </article>
  )
}

const STATUS = {
  'on track': { Icon: IconCheck, key: 'promises.status.onTrack', over: 'promises.status.kept' },
  'at risk': { Icon: IconAlertTriangle, key: 'promises.status.atRisk', over: 'promises.status.nearly' },
  behind: { Icon: IconTrendingDown, key: 'promises.status.behind', over: 'promises.status.missed' },
} as const

function Status({ status, isOver }: { status: DeliveryLine['status']; isOver: boolean }) {
  const { t } = useTranslation()
  if (status === null) return null
  const { Icon, key, over } = STATUS[status]
  return (
    <span className={look.status} data-status={status}>
      <Icon size={14} stroke={2} aria-hidden />
      {t(isOver ? over : key)}
    </span>
  )
}

function HandOff({
  handoff,
  onOpen,
}: {
  handoff: NonNullable<Board['marketing']['handoff']>
  onOpen: Props['onOpen']
}) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const items = handoff.missing.map(({ what, leads }) =>
    t('promises.lacks', { what: t(`promises.context.${known(what)}`), leads: count(leads) }),
  )
  return (
    <article className={look.promise}>
      <p className={look.sentence}>
        <ClauseChip clause={handoff.clause} /> {handoff.sentence}
      </p>
      <KeptBar
        kept={handoff.kept}
        broken={handoff.broken}
        words={{ kept: t('promises.given'), broken: t('promises.notGiven') }}
        onKept={() => onOpen({ of: 'given' })}
        onBroken={() => onOpen({ of: 'not given' })}
      />
      <SmallRate rate={handoff.rate} />
      {items.length > 0 && <p className={look.second}>{items.join(' · ')}</p>}
    </article>
  )
}

/** Answers to feedback: kept, late, and how long they took; the loops themselves are on their own page. */
function Answers({ feedback }: { feedback: NonNullable<Board['marketing']['feedback']> }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const open = (of: 'answered' | 'late' | 'open') => () => void navigate({ to: paths.feedback, search: { of } })
  const { n, medianMs } = feedback.answer
  return (
    <article className={look.promise}>
      <p className={look.sentence}>
        <ClauseChip clause={feedback.clause} /> {feedback.sentence}
      </p>
      <KeptBar
        kept={feedback.kept}
        broken={feedback.broken}
        running={feedback.running}
        onKept={open('answered')}
        onBroken={open('late')}
        onRunning={open('open')}
      />
      <SmallRate rate={feedback.rate} />
      {medianMs === null ? null : (
        <p className={look.second}>{t('promises.answered', { count: n, span: saySpan(medianMs, t) })}</p>
      )}
    </article>
  )
}

const CONTEXT = ['phone', 'origin', 'channel', 'landing page', 'last touches'] as const

function known(what: string): (typeof CONTEXT)[number] {
  return CONTEXT.find((one) => one === what) ?? 'last touches'
}
