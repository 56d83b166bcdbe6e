import { useTranslation } from 'react-i18next'
import { ActBar } from '../../acts/act-bar.tsx'
import type { Acts } from '../../acts/use-acts.tsx'
import look from './bulk-bar.module.css'

/** What can be done with all the marked leads at once. */
export function BulkBar({ count, acts, onClear }: { count: number; acts: Acts; onClear: () => void }) {
  const { t } = useTranslation()
  return (
    <div className={look.bar}>
      <p className={look.count}>
        {t('today.marked', { count })}
        <button type="button" className={look.clear} onClick={onClear}>
          {t('today.clear')}
        </button>
      </p>
      <ActBar acts={acts} stage="qualified" only={['accept', 'reject']} />
    </div>
  )
}
