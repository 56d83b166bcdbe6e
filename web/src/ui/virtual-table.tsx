// biome-ignore-all lint/a11y/useFocusableInteractive: the rows that open have the focus
// biome-ignore-all lint/a11y/useSemanticElements: a virtual list and a combobox have no elements of their own
import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../keys/use-keys.ts'
import look from './virtual-table.module.css'

export type Column<Row> = {
  id: string
  title: ReactNode
  /** A grid track: `120px`, `minmax(160px, 2fr)`. */
  width: string
  cell: (row: Row) => ReactNode
  align?: 'start' | 'end'
  /** Left out on a phone. */
  isWideOnly?: boolean
}

type Props<Row> = {
  /** Names the list for those who hear it, and keeps its scroll position apart from others'. */
  label: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  rowKey: (row: Row) => string
  onOpen?: (row: Row) => void
  /** Marks a row, for what can be done with several at once; x does. */
  onMark?: ((row: Row) => void) | undefined
  /** More can be asked for; called when the end comes near. */
  hasMore?: boolean
  isLoadingMore?: boolean
  onMore?: () => void
  rowHeight?: number
  empty?: ReactNode
  /** What a row looks like on a phone, in place of the columns. */
  narrow?: (row: Row) => ReactNode
  narrowHeight?: number
  isNarrow?: boolean
  initialOffset?: number
  /** Turns j, k, Enter off when the page has them for itself. */
  hasOwnKeys?: boolean
}

const NEAR_THE_END = 30

/** A list of any length: only what is seen is in the page. j and k move, Enter opens, more comes while scrolling. */
export function VirtualTable<Row>(props: Props<Row>) {
  const {
    rows,
    columns,
    rowKey,
    onOpen,
    hasMore = false,
    isLoadingMore = false,
    onMore,
    label,
    narrow,
    isNarrow = false,
  } = props
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(-1)
  const height = isNarrow ? (props.narrowHeight ?? 64) : (props.rowHeight ?? 40)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    initialOffset: props.initialOffset ?? 0,
    onChange: (instance) => {
      const last = instance.range?.endIndex ?? 0
      if (hasMore && !isLoadingMore && last > rows.length - NEAR_THE_END) onMore?.()
    },
  })
  const shown =
    isNarrow && narrow !== undefined ? [] : columns.filter((column) => !isNarrow || column.isWideOnly !== true)
  const template: CSSProperties = { gridTemplateColumns: shown.map((column) => column.width).join(' ') || '1fr' }

  const move = (by: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, at + by))
    setAt(next)
    virtual.scrollToIndex(next)
  }
  const open = () => {
    const row = rows[at]
    if (row !== undefined) onOpen?.(row)
  }
  useKeys(label, [
    { keys: ['j', 'arrowdown'], says: t('common.list.next'), run: () => move(1), isOff: props.hasOwnKeys },
    { keys: ['k', 'arrowup'], says: t('common.list.previous'), run: () => move(-1), isOff: props.hasOwnKeys },
    {
      keys: 'enter',
      says: t('common.list.open'),
      run: open,
      isOff: props.hasOwnKeys === true || at < 0 || onOpen === undefined,
    },
    {
      keys: 'x',
      says: t('common.list.select'),
      run: () => {
        const row = rows[at]
        if (row !== undefined) props.onMark?.(row)
      },
      isOff: props.onMark === undefined,
    },
  ])
  const onRowKey = (event: KeyboardEvent, row: Row) => {
    if (event.key === 'Enter') onOpen?.(row)
  }

  if (rows.length === 0) return props.empty
  return (
    <div className={look.table} role="table" aria-label={label} aria-rowcount={hasMore ? -1 : rows.length}>
      {shown.length === 0 ? null : (
        <div className={look.head} role="row" style={template}>
          {shown.map((column) => (
            <div key={column.id} role="columnheader" data-align={column.align} className="cut">
              {column.title}
            </div>
          ))}
        </div>
      )}
      <div ref={scroller} className={look.scroller} data-scroll-restoration-id={label}>
        <div className={look.canvas} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index]
            if (row === undefined) return null
            return (
              <div
                key={rowKey(row)}
                role="row"
                aria-rowindex={item.index + 1}
                tabIndex={onOpen === undefined ? undefined : 0}
                className={look.row}
                data-is-at={item.index === at || undefined}
                data-opens={onOpen !== undefined || undefined}
                style={{ ...template, height, transform: `translateY(${item.start}px)` }}
                onClick={() => onOpen?.(row)}
                onKeyDown={(event) => onRowKey(event, row)}
              >
                {isNarrow && narrow !== undefined ? (
                  <div role="cell">{narrow(row)}</div>
                ) : (
                  shown.map((column) => (
                    <div key={column.id} role="cell" data-align={column.align} className={look.cell}>
                      {column.cell(row)}
                    </div>
                  ))
                )}
              </div>
            )
          })}
        </div>
        {isLoadingMore ? (
          <p className={look.more} role="status">
            {t('common.loadingMore')}…
          </p>
        ) : null}
      </div>
    </div>
  )
}
