import { IconCheck, IconClock, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNumbers } from '../../ui/numbers.ts'
import { OpenNumber } from '../../ui/open-number.tsx'
import look from './promises.module.css'

type Props = {
  kept: number
  broken: number
  running?: number
  words?: { kept: string; broken: string }
  onKept: () => void
  onBroken: () => void
  onRunning?: () => void
}

/** Kept beside broken, as numbers that open and as one bar; what is still running is in neither. */
export function KeptBar({ kept, broken, running = 0, words, onKept, onBroken, onRunning }: Props) {
  const { t } = useTranslation()
  const { count } = useNumbers()
  const all = kept + broken
  const say = words ?? { kept: t('promises.kept'), broken: t('promises.broken') }
  return (
    <div className={look.keptBar}>
      <div className={look.keptNumbers}>
        <OpenNumber onOpen={onKept} label={t('promises.open', { what: say.kept, n: count(kept) })}>
          <span className={look.kept}>
            <IconCheck size={13} stroke={2.2} aria-hidden /> {count(kept)} {say.kept}
          </span>
        </OpenNumber>
        <OpenNumber onOpen={onBroken} label={t('promises.open', { what: say.broken, n: count(broken) })}>
          <span className={look.broken} data-none={broken === 0 || undefined}>
            <IconX size={13} stroke={2.2} aria-hidden /> {count(broken)} {say.broken}
          </span>
        </OpenNumber>
        {onRunning !== undefined && running > 0 && (
          <OpenNumber onOpen={onRunning} label={t('promises.open', { what: t('promises.running'), n: count(running) })}>
            <span className="quiet">
              <IconClock size={13} stroke={2} aria-hidden /> {count(running)} {t('promises.running')}
            </span>
          </OpenNumber>
        )}
      </div>
      <span className={look.bar} aria-hidden>
        {all > 0 && <span className={look.barKept} style={{ width: `${(100 * kept) / all}%` }} />}
        {all > 0 && <span className={look.barBroken} style={{ width: `${(100 * broken) / all}%` }} />}
      </span>
    </div>
  )
}
