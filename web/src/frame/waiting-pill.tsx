import { IconCloudOff, IconX } from '@tabler/icons-react'
import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyForms } from '../theme/with-forms.tsx'
import look from './live-pill.module.css'
import { useSendWaiting, useWaiting } from './use-waiting.ts'

const WaitingDrawer = lazyForms(() => import('./waiting-drawer.tsx').then((module) => module.WaitingDrawer))

const READY_MS = 5_000

/** How many verdicts wait for the network, and how many the server would not have. Nothing while there are none. */
export function WaitingPill() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const waiting = useWaiting()
  useSendWaiting()
  const hasSome = waiting.length > 0
  // The drawer is most wanted when nothing can be loaded: it is fetched while something can.
  useEffect(() => {
    const timer = setTimeout(() => void import('./waiting-drawer.tsx').catch(() => undefined), hasSome ? 0 : READY_MS)
    return () => clearTimeout(timer)
  }, [hasSome])
  const refused = waiting.filter((one) => one.refusal !== null).length
  const left = waiting.length - refused
  return (
    <>
      {waiting.length === 0 ? null : (
        <div className={look.pill} role="status">
          {left > 0 ? (
            <IconCloudOff size={16} stroke={1.6} aria-hidden />
          ) : (
            <IconX size={16} stroke={1.6} aria-hidden />
          )}
          <span>
            {[
              left > 0 ? t('frame.waiting.count', { count: left }) : '',
              refused > 0 ? t('frame.waiting.refusedCount', { count: refused }) : '',
            ]
              .filter((each) => each !== '')
              .join(', ')}
          </span>
          <button type="button" className={look.retry} onClick={() => setOpen(true)}>
            {t('frame.waiting.show')}
          </button>
        </div>
      )}
      <Suspense>{isOpen ? <WaitingDrawer onClose={() => setOpen(false)} /> : null}</Suspense>
    </>
  )
}
