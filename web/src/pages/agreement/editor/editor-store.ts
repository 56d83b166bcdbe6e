import type { Edit, Edited, Part, Path } from './queries.ts'

export type EditorState = {
  text: string
  /** What the server said of the text, or of the last one it has answered. */
  answer: Edited | null
  /** The answer is of an older text. */
  isBehind: boolean
  canUndo: boolean
  canRedo: boolean
  /** The last call failed: the text is kept, nothing was checked. */
  isUnanswered: boolean
}

type Send = (body: { document: string; edits: Edit[]; names: string[] }, signal: AbortSignal) => Promise<Edited>
type Options = {
  start: string
  send: Send
  onRefused: (error: unknown) => void
  onAdded: (path: Path) => void
  waitMs?: number
}

export type EditorStore = {
  get(): EditorState
  subscribe(listener: () => void): () => void
  /** Changes of parts, made by the server in the text. Those of one place in quick succession are one step back. */
  apply(edits: Edit[]): void
  /** The text written by hand, or another one in its place. */
  setText(text: string, isTyped?: boolean): void
  undo(): void
  redo(): void
  check(): void
  close(): void
}

const CHECK_AFTER_MS = 220
const ONE_STEP_MS = 1_200
const MOST_STEPS = 200
const NAME = /^[A-Z][A-Za-z]?\d{1,4}$/

const isGone = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'

/** What one change is about: a second one of the same place follows on it. */
function placeOf(edits: readonly Edit[]): string {
  return edits
    .map((each) => (each.op === 'set' || each.op === 'condition' || each.op === 'write' ? each.path.join('.') : ''))
    .join('|')
}

/** The text being written with its steps back and forth. Changes go one after another, so that none is lost. */
export function makeEditorStore({ start, send, onRefused, onAdded, waitMs = CHECK_AFTER_MS }: Options): EditorStore {
  let state: EditorState = {
    text: start,
    answer: null,
    isBehind: true,
    canUndo: false,
    canRedo: false,
    isUnanswered: false,
  }
  let past: string[] = []
  let future: string[] = []
  let lastStep = { place: '', atMs: 0 }
  let waiting: Edit[] = []
  let isWriting = false
  let checking: AbortController | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const names = new Set<string>()
  const listeners = new Set<() => void>()

  const set = (change: Partial<EditorState>): void => {
    state = { ...state, ...change, canUndo: past.length > 0, canRedo: future.length > 0 }
    for (const listener of listeners) listener()
  }
  const remember = (place: string): void => {
    const nowMs = Date.now()
    const isSameStep = place !== '' && place === lastStep.place && nowMs - lastStep.atMs < ONE_STEP_MS
    lastStep = { place, atMs: nowMs }
    future = []
    if (isSameStep) return
    past = [...past, state.text].slice(-MOST_STEPS)
  }
  const heard = (answer: Edited): void => {
    for (const part of answer.parts ?? []) if (NAME.test(part.clause)) names.add(part.clause)
  }
  const check = async (): Promise<void> => {
    checking?.abort()
    const mine = new AbortController()
    checking = mine
    const document = state.text
    try {
      const answer = await send({ document, edits: [], names: [...names] }, mine.signal)
      if (document !== state.text || mine.signal.aborted) return
      heard(answer)
      set({ answer, isBehind: false, isUnanswered: false })
    } catch (error) {
      if (!isGone(error) && !mine.signal.aborted) set({ isUnanswered: true })
    }
  }
  const checkSoon = (afterMs: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void check(), afterMs)
  }
  const write = async (): Promise<void> => {
    if (isWriting) return
    isWriting = true
    while (waiting.length > 0) {
      const edits = waiting
      waiting = []
      checking?.abort()
      clearTimeout(timer)
      const document = state.text
      try {
        const answer = await send({ document, edits, names: [...names] }, new AbortController().signal)
        // Typed by hand meanwhile: the change is made once more in what stands there now.
        if (document !== state.text) {
          waiting = [...edits, ...waiting]
          continue
        }
        heard(answer)
        if (answer.document !== document) remember(placeOf(edits))
        set({ text: answer.document, answer, isBehind: false, isUnanswered: false })
        if (answer.added !== null) onAdded(answer.added)
      } catch (error) {
        onRefused(error)
        // Fields show again what the text says.
        set({ answer: state.answer === null ? null : { ...state.answer } })
        checkSoon(0)
      }
    }
    isWriting = false
  }
  const goTo = (text: string): void => {
    lastStep = { place: '', atMs: 0 }
    set({ text, isBehind: true })
    checkSoon(0)
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    apply(edits) {
      set({ isBehind: true })
      waiting = [...waiting, ...edits]
      void write()
    },
    setText(text, isTyped = false) {
      if (text === state.text) return
      remember(isTyped ? 'text' : '')
      set({ text, isBehind: true })
      checkSoon(isTyped ? waitMs : 0)
    },
    undo() {
      const before = past.at(-1)
      if (before === undefined) return
      past = past.slice(0, -1)
      future = [state.text, ...future]
      goTo(before)
    },
    redo() {
      const [after, ...rest] = future
      if (after === undefined) return
      future = rest
      past = [...past, state.text]
      goTo(after)
    },
    check: () => void check(),
    close() {
      clearTimeout(timer)
      checking?.abort()
    },
  }
}

/** The part at a path. */
export function partAt(parts: readonly Part[], path: Path): Part | undefined {
  const name = keyOf(path)
  return parts.find((part) => keyOf(part.path) === name)
}

/** A path as one text, to compare and to remember by. */
export function keyOf(path: Path): string {
  return path.join('\u0001')
}
