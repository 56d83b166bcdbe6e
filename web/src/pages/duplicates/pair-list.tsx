import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNumbers } from '../../ui/numbers.ts'
import look from './duplicates.module.css'
import type { Duplicate } from './queries.ts'

type Props = {
  rows: Duplicate[]
  chosen: Duplicate
  onChoose: (index: number) => void
  onMore: (() => void) | undefined
}

/** The queue, one line a pair: who, why, how sure. */
export function PairList({ rows, chosen, onChoose, onMore }: Props) {
  const { t } = useTranslation()
  const { share } = useNumbers()
  const nameOf = (person: Duplicate['low']) => person.name || person.email || t('duplicates.nameless')
  return (
    <div>
      <ul className={look.list} aria-label={t('duplicates.title')}>
        {rows.map((row, index) => (
          <li key={`${row.low.id}${row.high.id}`}>
            <button type="button" className={look.pair} aria-pressed={row === chosen} onClick={() => onChoose(index)}>
              <span className="cut">
                {nameOf(row.low)} · {nameOf(row.high)}
              </span>
              <span className="tnum">{share(row.certainty)}</span>
              <span className={`quiet small cut ${look.why}`}>
                {row.evidence.map((word) => t(`duplicates.evidence.${word}`, { defaultValue: word })).join(', ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {onMore !== undefined && (
        <Button variant="subtle" onClick={onMore}>
          {t('duplicates.more')}
        </Button>
      )}
    </div>
  )
}
