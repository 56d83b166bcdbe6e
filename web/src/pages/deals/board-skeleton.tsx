import { useTranslation } from 'react-i18next'
import look from './board-skeleton.module.css'

const COLUMNS = [3, 4, 2, 3, 1]

/** Grey cards where the board will come, only after 200 ms. */
export function BoardSkeleton() {
  const { t } = useTranslation()
  return (
    <div className={look.board} role="status">
      <span className="hidden-words">{t('common.loading')}</span>
      {COLUMNS.map((cards, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change places
        <div key={column} className={look.column} aria-hidden>
          <div className={look.head} />
          {Array.from({ length: cards }, (_, card) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the cards are all alike
            <div key={card} className={look.card} />
          ))}
        </div>
      ))}
    </div>
  )
}
