import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import { sayProblem } from './say-problem.ts'
import look from './toast.module.css'

const UNDO_MS = 10_000

/** Says that something was done, for a few seconds. */
export function sayDone(text: string): void {
  notifications.show({ message: text, autoClose: 4_000, withCloseButton: false, className: look.toast ?? '' })
}

/** Says what was done, with an Undo for ten seconds. Returns a function that takes the toast away. */
export function sayUndo(text: string, onUndo: () => void): () => void {
  const id = notifications.show({
    autoClose: UNDO_MS,
    withCloseButton: false,
    className: look.toast ?? '',
    message: (
      <div className={look.undo}>
        <span>{text}</span>
        <Button
          size="compact-sm"
          variant="subtle"
          className={look.button}
          onClick={() => {
            notifications.hide(id)
            onUndo()
          }}
        >
          {i18next.t('common.undo')}
        </Button>
      </div>
    ),
  })
  return () => notifications.hide(id)
}

/** Says what was refused and what to do. It stays until it is read. */
export function sayRefused(error: unknown, what?: string): void {
  const said = sayProblem(error, i18next.t)
  notifications.show({
    title: what === undefined ? said.title : `${what}: ${said.title}`,
    message: [said.detail, said.mend, ...said.places.map((place) => `${place.where}: ${place.what}`)]
      .filter((one) => one !== '')
      .join(' '),
    autoClose: 12_000,
    className: look.toast ?? '',
    'data-tone': 'error',
  })
}
