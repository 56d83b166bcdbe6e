/** "Anna Berg: hello" as name and words, or null. A name has at most five words, a letter at its start and no sentence in it. */
export function prefixOf(line: string): { name: string; rest: string } | null {
  const found = /^\s*(?:-\s*)?(\p{L}[^:.?!,;<>]{0,58}?)\s*[:：](?:\s+|$)(.*)$/su.exec(line)
  if (found === null) return null
  const [, name = '', rest = ''] = found
  return name.split(/\s+/).length <= 5 ? { name, rest } : null
}

/** "(Anna Berg)" alone on its line. */
export function bracketedName(line: string): string | null {
  const found = /^\s*\((\p{L}[^()]{0,58})\)\s*$/u.exec(line)
  return found?.[1]?.trim() ?? null
}

function isCapitalised(name: string): boolean {
  return name
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word))
    .every(
      (word) =>
        !/^\p{Ll}/u.test(word) || ['de', 'da', 'do', 'di', 'du', 'van', 'von', 'del', 'la', 'le'].includes(word),
    )
}

/**
 * Which prefixes of a whole file are speakers. "Note: call back" is one no more than any sentence with a colon in it: a
 * speaker is capitalised and either speaks more than once, or has a name of several words, or the file names nearly
 * everybody. A file whose lines seldom begin so names nobody.
 */
export function speakerPrefixes(cues: readonly (readonly string[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  let named = 0
  for (const lines of cues) {
    const found = lines.flatMap((line) => {
      const prefix = prefixOf(line)
      return prefix !== null && isCapitalised(prefix.name) ? [prefix.name] : []
    })
    if (found.length > 0) named++
    for (const name of found) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const share = cues.length === 0 ? 0 : named / cues.length
  const startsNamed = prefixOf(cues[0]?.[0] ?? '') !== null
  if (!startsNamed && share < 0.1) return new Set()
  const isNearlyAll = share >= 0.8
  return new Set(
    [...counts].filter(([name, count]) => count > 1 || isNearlyAll || /\s/.test(name)).map(([name]) => name),
  )
}
