import { useTranslation } from 'react-i18next'
import look from './states.module.css'

/** Grey lines where rows will come. They appear only after 200 ms, so that a quick answer never flickers. */
export function Skeleton({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation()
  return (
    <div className={look.skeleton} role="status">
      <span className="hidden-words">{t('common.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <div key={row} className={look.bone} style={{ width: `${92 - ((row * 37) % 48)}%` }} />
      ))}
    </div>
  )
}
