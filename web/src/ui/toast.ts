import { getI18n } from 'react-i18next'
import { sayProblem } from './say-problem.ts'
import { hideToast, showToast } from './toasts.ts'

const UNDO_MS = 10_000

/** Says that something was done, for a few seconds. */
export function sayDone(text: string): void {
  showToast({ text, isError: false, lastsMs: 4_000 })
}

/** Says what was done, with an Undo for ten seconds. Returns a function that takes the toast away. */
export function sayUndo(text: string, onUndo: () => void): () => void {
  const id = showToast({ text, isError: false, lastsMs: UNDO_MS, onUndo })
  return () => hideToast(id)
}

/** Says that what was done goes through, but somebody did not want it. */
export function sayWarned(text: string): void {
  showToast({ text, isError: true, lastsMs: 12_000 })
}

/** Says what was refused and what to do. */
export function sayRefused(error: unknown, what?: string): void {
  const said = sayProblem(error, getI18n().t)
  const places = said.places.map((place) => `${place.where}: ${place.what}`)
  const text = [said.detail, ...places, said.mend].filter((one) => one !== '').join(' ')
  const title = what === undefined ? said.title : `${what}: ${said.title}`
  showToast({ title, text, isError: true, lastsMs: 12_000 })
}
