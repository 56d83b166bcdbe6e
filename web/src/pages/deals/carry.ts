const FAR_PX = 5
const HOLD_MS = 320
const EDGE_PX = 64
const STEP_PX = 14

export type Carrying = {
  /** The card is in the air. */
  onLift: () => void
  /** The stage under it, or null. */
  onOver: (stage: string | null) => void
  /** It is down again: on a stage, or nowhere. Called once, whether it was lifted or not. */
  onEnd: (stage: string | null) => void
  /** Scrolls sideways while a card is held at its edge. */
  scroller: () => HTMLElement | null
}

type Press = { pointerId: number; pointerType: string; clientX: number; clientY: number }

function stageAt(x: number, y: number): string | null {
  const under = document.elementFromPoint(x, y)
  return under?.closest<HTMLElement>('[data-drop-stage]')?.dataset.dropStage ?? null
}

function makeGhost(element: HTMLElement): Element {
  const { left, top, width, height } = element.getBoundingClientRect()
  const ghost = document.importNode(element, true)
  ghost.removeAttribute('id')
  ghost.setAttribute('aria-hidden', 'true')
  ghost.dataset.isGhost = 'true'
  Object.assign(ghost.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` })
  document.body.append(ghost)
  return ghost
}

function swallow(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}

/** The click that follows a drop must not open the card. */
function swallowNextClick(): void {
  addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => removeEventListener('click', swallow, { capture: true }), 0)
}

/**
 * Carries a card from a press of the pointer on: with the mouse after a few pixels, with a finger after a short hold.
 * Whatever has `data-drop-stage` takes it; Escape puts it back. Returns a function that lets go.
 */
export function carry(element: HTMLElement, press: Press, { onLift, onOver, onEnd, scroller }: Carrying): () => void {
  const isTouch = press.pointerType === 'touch'
  const off = new AbortController()
  const on = { signal: off.signal }
  const at = { x: press.clientX, y: press.clientY }
  let ghost: HTMLElement | null = null

  const scrollAtEdge = () => {
    if (ghost === null) return
    const box = scroller()?.getBoundingClientRect()
    if (box !== undefined && at.x > box.right - EDGE_PX) scroller()?.scrollBy({ left: STEP_PX })
    if (box !== undefined && at.x < box.left + EDGE_PX) scroller()?.scrollBy({ left: -STEP_PX })
    requestAnimationFrame(scrollAtEdge)
  }
  const lift = () => {
    const made = makeGhost(element)
    ghost = made instanceof HTMLElement ? made : null
    onLift()
    scrollAtEdge()
  }
  const hold = isTouch ? setTimeout(lift, HOLD_MS) : undefined
  const end = (stage: string | null) => {
    clearTimeout(hold)
    ghost?.remove()
    ghost = null
    if (off.signal.aborted) return
    off.abort()
    onEnd(stage)
  }
  const onMove = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return
    at.x = event.clientX
    at.y = event.clientY
    const isFar = Math.hypot(at.x - press.clientX, at.y - press.clientY) > FAR_PX
    if (ghost === null && isFar) {
      if (isTouch) return end(null)
      lift()
    }
    if (ghost === null) return
    ghost.style.translate = `${at.x - press.clientX}px ${at.y - press.clientY}px`
    onOver(stageAt(at.x, at.y))
  }
  const onUp = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return
    if (ghost !== null) swallowNextClick()
    end(ghost === null ? null : stageAt(event.clientX, event.clientY))
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || ghost === null) return
    swallow(event)
    end(null)
  }
  addEventListener('pointermove', onMove, on)
  addEventListener('pointerup', onUp, on)
  addEventListener('pointercancel', () => end(null), on)
  addEventListener('keydown', onKey, { ...on, capture: true })
  // A finger that carries must not scroll, nor call the menu of a link.
  addEventListener('touchmove', (event) => ghost !== null && event.preventDefault(), { ...on, passive: false })
  addEventListener('contextmenu', (event) => isTouch && event.preventDefault(), on)
  return () => end(null)
}
