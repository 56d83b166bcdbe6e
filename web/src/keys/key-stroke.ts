const isMac = typeof navigator !== 'undefined' && /Mac|iP(hone|ad)/.test(navigator.userAgent)

/** What a key event is called in bindings: `j`, `?`, `enter`, `escape`, `mod+k`, `shift+arrowleft`. */
export function strokeOf(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase()
  const isMod = isMac ? event.metaKey : event.ctrlKey
  if (event.shiftKey && key.startsWith('arrow')) return `shift+${key}`
  return isMod ? `mod+${key}` : key
}

/** How a stroke is shown to people: `mod+k` is `⌘ K` on a Mac, else `Ctrl K`. */
export function showStroke(stroke: string): string[] {
  const names: Record<string, string> = {
    mod: isMac ? '⌘' : 'Ctrl',
    shift: '⇧',
    escape: 'Esc',
    enter: '↵',
    arrowdown: '↓',
    arrowup: '↑',
    arrowleft: '←',
    arrowright: '→',
    space: '␣',
  }
  return stroke.split('+').map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
}
