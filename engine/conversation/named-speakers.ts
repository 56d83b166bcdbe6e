import type { Speaker } from './transcript.ts'

/** The speakers of a source that only names them, in order of their first word. */
export function namedSpeakers(said: readonly { speakerKey: string | null }[]): Speaker[] {
  const keys = new Set(said.flatMap(({ speakerKey }) => (speakerKey === null ? [] : [speakerKey])))
  return [...keys].map((key) => ({ key, name: key, side: null }))
}
