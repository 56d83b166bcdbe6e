import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNumbers } from '../../ui/numbers.ts'
import { OpenNumber } from '../../ui/open-number.tsx'
import { Stat, StatRow } from '../../ui/stat.tsx'
import look from './backtest.module.css'
import type { Report } from './queries.ts'
import type { NumberName } from './search.ts'

type Props = {
  report: Report
  /** Absent: the numbers open nothing, as in the panel. */
  onOpen?: (rows: NumberName) => void
}

/** The four answers, each against the version in force. */
export function BigNumbers({ report, onOpen }: Props) {
  const { t } = useTranslation()
  const { count, share, money, signed } = useNumbers()
  const { figures, currency } = report
  const { qualified, won, promises } = figures
  const { expected } = figures.money
  const whole = (cents: number) => money(Math.round(cents / 100) * 100, currency)
  const gap = (cents: number) => (cents > 0 ? `+${whole(cents)}` : whole(cents))
  const opened = (rows: NumberName, text: string): ReactNode =>
    onOpen === undefined ? (
      text
    ) : (
      <OpenNumber onOpen={() => onOpen(rows)} label={`${text}: ${t('backtest.numbers.open')}`}>
        {text}
      </OpenNumber>
    )
  return (
    <StatRow>
      <Stat label={t('backtest.numbers.qualified')} value={opened('qualified', count(qualified.draft.k))}>
        <Second
          first={t('backtest.numbers.qualifiedOf', { n: count(figures.leads) })}
          inForce={count(qualified.inForce.k)}
          difference={qualified.difference.difference === 0 ? null : signed(qualified.difference.difference)}
          low={signed(qualified.difference.low)}
          high={signed(qualified.difference.high)}
        />
      </Stat>
      <Stat label={t('backtest.numbers.won')} value={opened('won caught', count(won.draft.k))}>
        <Second
          first={t('backtest.numbers.wonOf', { n: count(won.all) })}
          inForce={count(won.inForce.k)}
          difference={won.difference.difference === 0 ? null : signed(won.difference.difference)}
          low={signed(won.difference.low)}
          high={signed(won.difference.high)}
        />
      </Stat>
      <Stat
        label={t('backtest.numbers.broken')}
        value={
          promises.brokenRate.draft.n === 0 ? (
            <span className="quiet">–</span>
          ) : (
            opened('promises broken', count(promises.draft.broken))
          )
        }
      >
        <Second
          first={
            promises.brokenRate.draft.rate === null
              ? t(promises.draft.unknowable > 0 ? 'backtest.numbers.brokenUnknown' : 'backtest.numbers.brokenNone')
              : t('backtest.numbers.brokenOf', { rate: share(promises.brokenRate.draft.rate) })
          }
          inForce={promises.brokenRate.inForce.n === 0 ? null : count(promises.inForce.broken)}
          difference={promises.difference === 0 ? null : signed(promises.difference)}
        />
      </Stat>
      <Stat
        label={t('backtest.numbers.money')}
        value={expected === null ? <span className="quiet">–</span> : whole(expected.draft.cents)}
      >
        {expected === null ? (
          t('backtest.numbers.noMoney')
        ) : (
          <Second
            first={t('backtest.numbers.moneyInterval', {
              low: whole(expected.draft.low),
              high: whole(expected.draft.high),
            })}
            inForce={whole(expected.inForce.cents)}
            difference={expected.difference.cents === 0 ? null : gap(expected.difference.cents)}
            low={gap(expected.difference.low)}
            high={gap(expected.difference.high)}
          />
        )}
      </Stat>
    </StatRow>
  )
}

type SecondProps = {
  first: string
  /** Null: nothing can be said. */
  inForce: string | null
  /** Null: there is none. */
  difference: string | null
  low?: string
  high?: string
}

function Second({ first, inForce, difference, low, high }: SecondProps) {
  const { t } = useTranslation()
  return (
    <>
      <div>{first}</div>
      {inForce !== null && (
        <div>
          {t('backtest.numbers.inForce', { value: inForce })}
          {' · '}
          {difference === null ? (
            t('backtest.numbers.same')
          ) : (
            <>
              <strong className={look.difference}>{difference}</strong>{' '}
              {low !== undefined && high !== undefined && (
                <span className={look.interval}>{t('backtest.numbers.interval', { low, high })}</span>
              )}
            </>
          )}
        </div>
      )}
    </>
  )
}
