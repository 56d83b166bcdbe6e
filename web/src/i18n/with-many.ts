import type { WordTree } from './languages.ts'

/** French says "un million de"; where no `_many` is written, the plural of `_other` serves. */
export function withMany(tree: WordTree): WordTree {
  const out: WordTree = {}
  for (const [key, value] of Object.entries(tree)) {
    out[key] = typeof value === 'string' ? value : withMany(value)
    if (typeof value === 'string' && key.endsWith('_other')) out[key.replace(/_other$/, '_many')] ??= value
  }
  return out
}
