import { strokeOf } from './key-stroke.ts'

export type KeyBinding = {
  /** `j`, `?`, `enter`, `escape`, `mod+k`, or a sequence: `g t`. Several spellings may do the same. */
  keys: string | readonly string[]
  /** What it does, in words, for the list under `?`. Without it the key works but is not listed. */
  says?: string
  run: (event: KeyboardEvent) => void
  isOff?: boolean
  /** Also works while a field has the focus. */
  alsoInFields?: boolean
}

export type KeyScope = { title: string; bindings: readonly KeyBinding[] }

const scopes: KeyScope[] = []
let pending = ''
let pendingUntil = 0

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null
}

/** Dialogs and menus keep their keys to themselves, except for bindings that ask for fields too. */
function isInLayer(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null
}

function spellings(binding: KeyBinding): readonly string[] {
  return typeof binding.keys === 'string' ? [binding.keys] : binding.keys
}

function find(stroke: string, isGuarded: boolean): KeyBinding | null {
  for (const scope of [...scopes].reverse()) {
    for (const binding of scope.bindings) {
      if (binding.isOff === true || (isGuarded && binding.alsoInFields !== true)) continue
      if (spellings(binding).includes(stroke)) return binding
    }
  }
  return null
}

function startsSequence(stroke: string): boolean {
  return scopes.some((scope) =>
    scope.bindings.some((one) => spellings(one).some((keys) => keys.startsWith(`${stroke} `))),
  )
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return
  const stroke = strokeOf(event)
  const isGuarded = isField(event.target) || isInLayer(event.target)
  const prefix = event.timeStamp < pendingUntil ? pending : ''
  pending = ''
  const binding = find(prefix === '' ? stroke : `${prefix} ${stroke}`, isGuarded)
  if (binding !== null) {
    event.preventDefault()
    binding.run(event)
  } else if (!isGuarded && prefix === '' && startsSequence(stroke)) {
    pending = stroke
    pendingUntil = event.timeStamp + 1_200
  }
}

/** Puts keys in force until the returned function is called. What came last is asked first. */
export function addKeys(scope: KeyScope): () => void {
  if (scopes.length === 0) document.addEventListener('keydown', onKeyDown)
  scopes.push(scope)
  return () => {
    scopes.splice(scopes.indexOf(scope), 1)
    if (scopes.length === 0) document.removeEventListener('keydown', onKeyDown)
  }
}

/** Every key in force now, for the list under `?`. */
export function keysInForce(): readonly KeyScope[] {
  return scopes
}
