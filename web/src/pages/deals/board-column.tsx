import { useInfiniteQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type PointerEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import look from './board.module.css'
import { ColumnHead } from './column-head.tsx'
import { DealCard } from './deal-card.tsx'
import { type BoardColumn, type DealRow, dealsQuery } from './queries.ts'
import type { DealFilters, DealsSearch } from './search.ts'

const CARD_PX = 128
const NEAR_THE_END = 8

type Props = {
  column: BoardColumn
  filters: DealFilters
  sort: NonNullable<DealsSearch['sort']>
  atKey: string | null
  takesFocus: boolean
  carriedKey: string | null
  isOver: boolean
  onPress: (event: PointerEvent<HTMLElement>, deal: DealRow) => void
  onOpen: (deal: DealRow) => void
  onAt: (deal: DealRow) => void
  /** Tells the board which cards stand here, for its keys. */
  onCards: (stage: string, cards: readonly DealRow[]) => void
}

export const keyOf = (deal: { personId: string; id: string }) => `${deal.personId} ${deal.id}`

/** The cards the board brought, and behind them those that were asked for while scrolling. */
function useCards({ column, filters, sort }: Pick<Props, 'column' | 'filters' | 'sort'>) {
  const more = useInfiniteQuery({
    ...dealsQuery({ ...filters, stage: column.stage, status: 'open' }, sort, column.next ?? ''),
    enabled: false,
  })
  const known = new Set(column.cards.map(keyOf))
  const further = column.next === null ? [] : (more.data?.pages.flatMap((page) => page.deals) ?? [])
  const cards = [...column.cards, ...further.filter((deal) => deal.stage === column.stage && !known.has(keyOf(deal)))]
  const hasMore = column.next !== null && (more.data === undefined || more.hasNextPage)
  const ask = () => {
    if (!hasMore || more.isFetching) return
    void (more.data === undefined ? more.refetch() : more.fetchNextPage())
  }
  return { cards, hasMore, isAsking: more.isFetching, ask }
}

/** One stage: its head in the hue of the team that owns it, and its cards, of which only those seen are in the page. */
export function DealColumn(props: Props) {
  const { column, atKey, isOver, onCards } = props
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const { cards, hasMore, isAsking, ask } = useCards(props)
  const virtual = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_PX,
    overscan: 4,
    paddingEnd: 8,
    getItemKey: (index) => {
      const card = cards[index]
      return card === undefined ? index : keyOf(card)
    },
    onChange: (instance) => {
      if ((instance.range?.endIndex ?? 0) > cards.length - NEAR_THE_END) ask()
    },
  })
  useEffect(() => onCards(column.stage, cards))
  const atIndex = cards.findIndex((card) => keyOf(card) === atKey)
  useEffect(() => {
    if (atIndex >= 0) virtual.scrollToIndex(atIndex, { align: 'auto' })
  }, [atIndex, virtual])
  return (
    <section className={look.column} data-drop-stage={column.stage} data-is-over={isOver || undefined}>
      <ColumnHead column={column} />
      <div ref={scroller} className={look.cards}>
        {cards.length === 0 ? <p className={look.none}>{t('deals.board.emptyColumn')}</p> : null}
        <ul className={look.canvas} style={{ height: virtual.getTotalSize() }} aria-label={column.stage}>
          {virtual.getVirtualItems().map((item) => {
            const deal = cards[item.index]
            if (deal === undefined) return null
            const key = keyOf(deal)
            return (
              <li
                key={key}
                className={look.place}
                style={{ height: CARD_PX, transform: `translateY(${item.start}px)` }}
                aria-posinset={item.index + 1}
                aria-setsize={hasMore ? column.deals : cards.length}
              >
                <DealCard
                  deal={deal}
                  isAt={key === atKey}
                  takesFocus={props.takesFocus}
                  isCarried={key === props.carriedKey}
                  onPress={(event) => props.onPress(event, deal)}
                  onOpen={() => props.onOpen(deal)}
                  onFocus={() => props.onAt(deal)}
                />
              </li>
            )
          })}
        </ul>
        {isAsking ? (
          <p className={look.none} role="status">
            {t('common.loadingMore')}…
          </p>
        ) : null}
      </div>
    </section>
  )
}
