import { useTranslation } from 'react-i18next'
import { useKeys } from '../../../keys/use-keys.ts'
import type { CardActs } from './clause-card.tsx'
import type { EditorStore } from './editor-store.ts'
import type { Part } from './queries.ts'
import { isMovable, isRemovable } from './sections-of.ts'

type Options = {
  parts: readonly Part[]
  chosen: Part | null
  isOpen: boolean
  acts: CardActs
  store: EditorStore
  onChoose: (part: Part) => void
}

/** Everything at the bench without a mouse. */
export function useBenchKeys({ parts, chosen, isOpen, acts, store, onChoose }: Options): void {
  const { t } = useTranslation()
  const step = (by: number) => {
    const at = chosen === null ? (by > 0 ? -1 : parts.length) : parts.indexOf(chosen)
    const next = parts[Math.max(0, Math.min(parts.length - 1, at + by))]
    if (next !== undefined) onChoose(next)
  }
  const withChosen = (run: (part: Part) => void) => () => {
    if (chosen !== null) run(chosen)
  }
  const isFixed = chosen === null || !isMovable(chosen)
  useKeys(t('agreement.editor.keysTitle'), [
    { keys: ['j', 'arrowdown'], says: t('agreement.editor.key.next'), run: () => step(1) },
    { keys: ['k', 'arrowup'], says: t('agreement.editor.key.previous'), run: () => step(-1) },
    {
      keys: ['enter', 'e'],
      says: t('agreement.editor.key.edit'),
      run: withChosen(acts.open),
      isOff: chosen === null || isOpen,
    },
    {
      keys: 'escape',
      says: t('agreement.editor.key.close'),
      alsoInFields: true,
      isOff: !isOpen,
      run: () => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
        acts.open(null)
      },
    },
    {
      keys: 'shift+j',
      says: t('agreement.editor.key.down'),
      run: withChosen((part) => acts.move(part, 1)),
      isOff: isFixed,
    },
    {
      keys: 'shift+k',
      says: t('agreement.editor.key.up'),
      run: withChosen((part) => acts.move(part, -1)),
      isOff: isFixed,
    },
    { keys: 'd', says: t('agreement.editor.key.duplicate'), run: withChosen(acts.duplicate), isOff: isFixed },
    { keys: 'c', says: t('agreement.editor.key.comment'), run: withChosen(acts.comment), isOff: chosen === null },
    {
      keys: ['delete', 'backspace'],
      says: t('agreement.editor.key.remove'),
      run: withChosen(acts.remove),
      isOff: chosen === null || !isRemovable(chosen),
    },
    { keys: 'mod+z', says: t('agreement.editor.undo'), run: store.undo, alsoInFields: true },
    { keys: ['mod+shift+z', 'mod+y'], says: t('agreement.editor.redo'), run: store.redo, alsoInFields: true },
  ])
}
