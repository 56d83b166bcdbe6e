import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { currentLanguage } from '../../../i18n/i18n.ts'
import { sayRefused } from '../../../ui/toast.ts'
import { type EditorState, type EditorStore, keyOf, makeEditorStore } from './editor-store.ts'
import { edit, type Part, type Path } from './queries.ts'

export type Editor = { store: EditorStore; state: EditorState; sentences: (part: Part) => Part['sentences'] }

/** The text of a draft with its parts; `onAdded` hears where a new part stands. */
export function useEditor(start: string, onAdded: (path: Path) => void): Editor {
  const language = currentLanguage()
  const added = useRef(onAdded)
  useEffect(() => {
    added.current = onAdded
  })
  const [store] = useState(() =>
    makeEditorStore({
      start,
      send: (body, signal) => edit(language, body, signal),
      onRefused: (error) => sayRefused(error),
      onAdded: (path) => added.current(path),
    }),
  )
  const state = useSyncExternalStore(store.subscribe, store.get)
  useEffect(() => {
    store.check()
    return () => store.close()
  }, [store])
  // A part with a problem has no sentence of its own now: what it said before is shown beside the problem.
  const [said] = useState(() => new Map<string, Part['sentences']>())
  const { answer } = state
  const sentences = useMemo(() => {
    for (const part of answer?.parts ?? []) if (part.sentences.length > 0) said.set(keyOf(part.path), part.sentences)
    return (part: Part) => (part.sentences.length > 0 ? part.sentences : (said.get(keyOf(part.path)) ?? []))
  }, [answer, said])
  return { store, state, sentences }
}
