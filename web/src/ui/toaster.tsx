import { IconAlertTriangle, IconX } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import look from './toaster.module.css'
import { hideToast, holdToast, releaseToast, toastsNow, watchToasts } from './toasts.ts'

/** Where toasts appear: below, in the middle; above the bar on a phone. Read aloud as they come. */
export function Toaster() {
  const { t } = useTranslation()
  const toasts = useSyncExternalStore(watchToasts, toastsNow)
  return (
    <div className={look.toaster} role="status" aria-live="polite">
      {toasts.map((toast) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only keeps it longer
        <div
          key={toast.id}
          className={look.toast}
          data-is-error={toast.isError || undefined}
          onMouseEnter={() => holdToast(toast.id)}
          onMouseLeave={() => releaseToast(toast)}
        >
          {toast.isError ? <IconAlertTriangle size={18} stroke={1.8} aria-hidden className={look.icon} /> : null}
          <div className={look.words}>
            {toast.title === undefined ? null : <p className={look.title}>{toast.title}</p>}
            <p>{toast.text}</p>
          </div>
          {toast.onUndo === undefined ? (
            <button
              type="button"
              className={look.close}
              onClick={() => hideToast(toast.id)}
              aria-label={t('common.close')}
            >
              <IconX size={16} aria-hidden />
            </button>
          ) : (
            <button
              type="button"
              className={look.undo}
              onClick={() => {
                hideToast(toast.id)
                toast.onUndo?.()
              }}
            >
              {t('common.undo')}
            </button>
          )}
        </div>
      ))}
    </div>
  )
}
