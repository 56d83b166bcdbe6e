import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/types.ts'
import { useNumbers } from '../../ui/numbers.ts'
import { OpenNumber } from '../../ui/open-number.tsx'
import look from './backtest.module.css'
import type { Figures } from './queries.ts'
import type { NumberName } from './search.ts'

type Counts = Schemas['PromiseCounts']
const ENDS = ['kept', 'broken', 'unknowable', 'running'] as const
const CLOCKS = ['acceptance', 'first contact', 'attempts', 'verdict', 'next step'] as const

/** What sales would have kept and broken, promise by promise. */
export function Promises({ figures, onOpen }: { figures: Figures; onOpen: (rows: NumberName) => void }) {
  const { t } = useTranslation()
  const { byClock } = figures.promises
  if (byClock.length === 0) return <p className="quiet">{t('backtest.promises.none')}</p>
  return (
    <div className={look.scroll}>
      <table className={look.table}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t('backtest.promises.clock')}
            </th>
            <th scope="colgroup" colSpan={4}>
              {t('backtest.promises.draft')}
            </th>
            <th scope="colgroup" colSpan={4}>
              {t('backtest.promises.inForce')}
            </th>
          </tr>
          <tr>
            {(['draft', 'inForce'] as const).flatMap((side) =>
              ENDS.map((end) => (
                <th key={`${side} ${end}`} scope="col">
                  {t(`backtest.promises.${end}`)}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {byClock.map(({ clock, draft, inForce }) => {
            const known = CLOCKS.find((each) => each === clock)
            return (
              <tr key={clock}>
                <th scope="row">{known === undefined ? clock : t(`backtest.promises.clocks.${known}`)}</th>
                <Cells counts={draft} onOpen={onOpen} />
                <Cells counts={inForce} />
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Cells({ counts, onOpen }: { counts: Counts; onOpen?: (rows: NumberName) => void }) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  return ENDS.map((end) => (
    <td key={end} data-tone={end === 'broken' && counts.broken > 0 ? 'breach' : undefined}>
      {onOpen === undefined || end === 'running' || counts[end] === 0 ? (
        count(counts[end])
      ) : (
        <OpenNumber
          onOpen={() => onOpen(`promises ${end}`)}
          label={`${count(counts[end])}: ${t(`backtest.rows.promises ${end}`)}`}
        >
          {count(counts[end])}
        </OpenNumber>
      )}
    </td>
  ))
}
