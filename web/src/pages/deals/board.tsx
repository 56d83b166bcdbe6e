import { useMediaQuery } from '@mantine/hooks'
import { IconTrophy, IconX } from '@tabler/icons-react'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../../keys/use-keys.ts'
import look from './board.module.css'
import { DealColumn, keyOf } from './board-column.tsx'
import { PhoneStages } from './phone-stages.tsx'
import type { Board as BoardData, DealRow } from './queries.ts'
import type { DealFilters, DealsSearch } from './search.ts'
import { type Step, stepInBoard } from './step-in-board.ts'
import type { DealActs } from './use-deal-acts.tsx'
import { useDrag } from './use-drag.ts'

type Props = {
  board: BoardData
  filters: DealFilters
  sort: NonNullable<DealsSearch['sort']>
  acts: DealActs
  phoneStage: string | undefined
  onPhoneStage: (stage: string) => void
  onOpen: (deal: DealRow) => void
  onFind: () => void
}

const WON = '@won'
const LOST = '@lost'

/** Deals in columns by stage, moved by mouse, finger or keyboard. */
export function Board({ board, filters, sort, acts, phoneStage, onPhoneStage, onOpen, onFind }: Props) {
  const { t } = useTranslation()
  const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false
  const scroller = useRef<HTMLDivElement>(null)
  const cards = useRef(new Map<string, readonly DealRow[]>())
  const [at, setAt] = useState<DealRow | null>(null)
  const [takesFocus, setTakesFocus] = useState(false)
  const here = board.columns.find((one) => one.stage === phoneStage) ?? board.columns.find((one) => one.deals > 0)
  const stage = here?.stage ?? board.columns[0]?.stage
  const columns = isPhone ? board.columns.filter((column) => column.stage === stage) : board.columns
  const onCards = useCallback((of: string, list: readonly DealRow[]) => void cards.current.set(of, list), [])

  const cardsOf = (of: string) => cards.current.get(of) ?? []
  /** Where the chosen card stands now, wherever it has moved. */
  const spotOf = (deal: DealRow | null) => {
    if (deal === null) return null
    for (const [column, { stage: of }] of columns.entries()) {
      const row = cardsOf(of).findIndex((card) => keyOf(card) === keyOf(deal))
      if (row >= 0) return { column, row }
    }
    return null
  }
  const current = (): DealRow | null => {
    const spot = spotOf(at)
    return spot === null ? null : (cardsOf(columns[spot.column]?.stage ?? '')[spot.row] ?? null)
  }
  const step = (way: Step) => {
    const to = stepInBoard(
      columns.map(({ stage: of }) => cardsOf(of).length),
      spotOf(at),
      way,
    )
    if (to === null) return
    setTakesFocus(true)
    setAt(cardsOf(columns[to.column]?.stage ?? '')[to.row] ?? null)
  }
  const shift = (by: 1 | -1) => {
    const deal = current()
    const from = board.columns.findIndex((column) => column.stage === deal?.stage)
    const to = board.columns[from + by]
    if (deal === null || to === undefined) return
    setTakesFocus(true)
    acts.move(deal, to.stage)
    if (isPhone) onPhoneStage(to.stage)
  }
  const drop = (deal: DealRow, to: string) => {
    if (to === WON) acts.win(deal)
    else if (to === LOST) acts.lose(deal)
    else acts.move(deal, to)
  }
  const { start, carried, over } = useDrag<DealRow>({ onDrop: drop, scroller })
  const withCurrent = (act: (deal: DealRow) => void) => () => {
    const deal = current()
    if (deal !== null) act(deal)
  }
  useKeys(t('deals.keys.title'), [
    { keys: ['j', 'arrowdown'], says: t('deals.keys.down'), run: () => step('down') },
    { keys: ['k', 'arrowup'], says: t('deals.keys.up'), run: () => step('up') },
    { keys: ['l', 'arrowright'], says: t('deals.keys.right'), run: () => step('right') },
    { keys: ['h', 'arrowleft'], says: t('deals.keys.left'), run: () => step('left') },
    { keys: 'shift+arrowright', says: t('deals.keys.forward'), run: () => shift(1) },
    { keys: 'shift+arrowleft', says: t('deals.keys.back'), run: () => shift(-1) },
    { keys: 'enter', says: t('deals.keys.open'), run: withCurrent(onOpen), isOff: at === null },
    { keys: 'n', says: t('deals.keys.add'), run: () => acts.open({ pipeline: board.pipeline }) },
    { keys: 'w', says: t('deals.keys.won'), run: withCurrent(acts.win) },
    { keys: 'q', says: t('deals.keys.lost'), run: withCurrent((deal) => acts.lose(deal)) },
    { keys: 's', says: t('deals.keys.step'), run: withCurrent(acts.step) },
    { keys: 'u', says: t('deals.keys.undo'), run: acts.undoLast },
    { keys: 'f', says: t('deals.keys.find'), run: onFind },
  ])
  const first = columns.map(({ cards: list }) => list[0]).find((card) => card !== undefined)
  const atKey = at === null ? (first === undefined ? null : keyOf(first)) : keyOf(at)
  return (
    <>
      {isPhone ? <PhoneStages columns={board.columns} here={stage} over={over} onStage={onPhoneStage} /> : null}
      <section ref={scroller} className={look.board} aria-label={t('deals.board.label')}>
        {columns.map((column) => (
          <DealColumn
            key={column.stage}
            column={column}
            filters={filters}
            sort={sort}
            atKey={atKey}
            takesFocus={takesFocus}
            carriedKey={carried === null ? null : keyOf(carried)}
            isOver={over === column.stage && carried?.stage !== column.stage}
            onPress={(event, deal) => acts.mayChange && start(event, deal)}
            onOpen={onOpen}
            onAt={setAt}
            onCards={onCards}
          />
        ))}
      </section>
      {carried === null ? null : (
        <div className={look.ends} aria-hidden>
          <div className={look.end} data-drop-stage={WON} data-is-over={over === WON || undefined}>
            <IconTrophy size={18} stroke={1.6} /> {t('deals.status.won')}
          </div>
          <div className={look.end} data-drop-stage={LOST} data-is-over={over === LOST || undefined}>
            <IconX size={18} stroke={1.6} /> {t('deals.status.lost')}
          </div>
        </div>
      )}
    </>
  )
}
