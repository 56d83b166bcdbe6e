/** A thing done on this page that can be undone: the facts it became, once they are stored; null when it was refused. */
export type Undoable = {
  facts: Promise<{ factId: string; personId: string }[] | null>
  forget: () => void
  /** Takes it back before it has left this browser; false when it is too late for that. */
  takeBack?: () => boolean
}

const done: Undoable[] = []

export function remember(one: Undoable): void {
  done.push(one)
  if (done.length > 50) done.shift()
}

/** Takes one thing, or the last one, off the list of what can be undone. */
export function takeUndoable(which?: Undoable): Undoable | undefined {
  if (which === undefined) return done.pop()
  const at = done.indexOf(which)
  if (at < 0) return undefined
  done.splice(at, 1)
  return which
}
