import { useTranslation } from 'react-i18next'
import { saySpan } from '../../story/say-span.ts'
import { useNumbers } from '../../ui/numbers.ts'
import { OpenNumber } from '../../ui/open-number.tsx'
import look from './promises.module.css'
import { CLOCKS, type Clock, type Group, type RowsOf } from './search.ts'
import { FEW } from './small-rate.tsx'

type Props = {
  groups: readonly Group[]
  of: 'person' | 'team'
  onChoose: (id: string) => void
  onOpen?: (rows: RowsOf) => void
}

/** Each seller, or each team, with what became of their promises. In the order of names: so few leads rank nobody. */
export function PeopleTable({ groups, of, onChoose, onOpen }: Props) {
  const { t } = useTranslation()
  return (
    <div className={look.scroll}>
      <table className={look.table}>
        <thead>
          <tr>
            <th scope="col">{t(of === 'person' ? 'promises.seller' : 'promises.team')}</th>
            {CLOCKS.map((clock) => (
              <th key={clock} scope="col">
                {t(`promises.clocks.${clock}`)}
              </th>
            ))}
            <th scope="col">{t('promises.firstTouch')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.id ?? ''}>
              <th scope="row">
                <button
                  type="button"
                  className={look.person}
                  onClick={() => group.id !== null && onChoose(group.id)}
                  title={t('promises.only', { name: group.name })}
                >
                  {group.name}
                </button>
                {group.team !== null && <span className="quiet small"> {group.team}</span>}
              </th>
              {CLOCKS.map((clock) => (
                <td key={clock}>
                  <Cell group={group} clock={clock} onOpen={onOpen} />
                </td>
              ))}
              <td className="tnum">
                {group.human.medianWorkedMs === null ? (
                  <span className="quiet">–</span>
                ) : (
                  <span title={t('promises.medianOf', { count: group.human.n })}>
                    {saySpan(group.human.medianWorkedMs, t)}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ group, clock, onOpen }: { group: Group; clock: Clock; onOpen: Props['onOpen'] }) {
  const { t } = useTranslation()
  const { count, share } = useNumbers()
  const tally = group.promises.find((promise) => promise.clock === clock)
  if (tally === undefined || tally.kept + tally.broken === 0) return <span className="quiet">–</span>
  const { n, rate, low, high } = tally.rate
  const bounds = low === null || high === null ? '' : t('common.rate.short', { low: share(low), high: share(high) })
  const number = (what: 'kept' | 'broken', shown: number) =>
    onOpen === undefined ? (
      count(shown)
    ) : (
      <OpenNumber
        onOpen={() => onOpen({ of: what, clock, whose: group.id ?? undefined })}
        label={`${group.name}. ${t(`promises.clocks.${clock}`)}: ${t('promises.open', { what: t(`promises.${what}`), n: count(shown) })}`}
      >
        {count(shown)}
      </OpenNumber>
    )
  return (
    <span className={look.cell}>
      <span>
        <span className={look.kept}>{number('kept', tally.kept)}</span>
        <span className="quiet"> / </span>
        <span className={look.broken} data-none={tally.broken === 0 || undefined}>
          {number('broken', tally.broken)}
        </span>
      </span>
      <span className="quiet small">{n < FEW || rate === null ? bounds : `${share(rate)} · ${bounds}`}</span>
    </span>
  )
}
