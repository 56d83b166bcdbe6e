import type { SourceRule } from './compiled.ts'
import type { Compiler } from './compiler.ts'
import { OTHER_SOURCE, sourceSchema } from './expression-schema.ts'

/** Reads the lead sources in their order. */
export function readSources(compiler: Compiler): SourceRule[] {
  return Object.entries(compiler.document.sources).map(([name, written]) => {
    const path = ['sources', name]
    if (name === OTHER_SOURCE)
      compiler.report(
        path,
        `"${OTHER_SOURCE}" is what leads are called that match no source.`,
        'Give this source another name.',
      )
    const rule = typeof written === 'string' ? { when: written } : written
    return {
      name,
      when: compiler.condition(rule.when, sourceSchema, typeof written === 'string' ? path : [...path, 'when']),
      owner: rule.owner ?? null,
      because: rule.because ?? null,
    }
  })
}
