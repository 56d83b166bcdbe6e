import { bracketedName, prefixOf, speakerPrefixes } from './named-prefixes.ts'
import type { Cue } from './read-cues.ts'
import { decodeReferences, stripMarkup } from './strip-markup.ts'
import type { Segment } from './transcript.ts'

type Said = { speakerKey: string | null; text: string }

const VOICE = /<v(?:\.[^\s>]*)?[ \t\n]+([^>]*)>/gi
/** What Teams puts into a cue when it is asked for its own shape of WebVTT. */
const TEAMS = /^\s*\{.*"spokenText"\s*:/s

/** The parts of a cue, in order, each with its speaker. */
function partsOf(cue: Cue, names: ReadonlySet<string>, before: string | null): Said[] {
  const whole = cue.lines.join('\n')
  if (TEAMS.test(whole)) return teamsPart(whole)
  if (/<v[.\s]/i.test(whole)) return voices(whole, before)
  const parts: Said[] = []
  let speaker = before
  for (const line of cue.lines) {
    const bracketed = bracketedName(line)
    const prefix = prefixOf(stripMarkup(line))
    if (bracketed !== null && cue.lines.length > 1) {
      speaker = bracketed
      continue
    }
    const isNamed = prefix !== null && names.has(prefix.name)
    if (isNamed) speaker = prefix.name
    const text = isNamed ? prefix.rest.trim() : stripMarkup(line)
    const last = parts.at(-1)
    if (last !== undefined && last.speakerKey === speaker) last.text = `${last.text} ${text}`.trim()
    else parts.push({ speakerKey: speaker, text })
  }
  return parts
}

function teamsPart(whole: string): Said[] {
  try {
    const read: unknown = JSON.parse(whole)
    if (typeof read !== 'object' || read === null) return []
    const text = 'spokenText' in read && typeof read.spokenText === 'string' ? read.spokenText : ''
    const name = 'speakerName' in read && typeof read.speakerName === 'string' ? read.speakerName.trim() : ''
    return [{ speakerKey: name === '' ? null : name, text }]
  } catch {
    return [{ speakerKey: null, text: stripMarkup(whole) }]
  }
}

function voices(whole: string, before: string | null): Said[] {
  const parts: Said[] = []
  let from = 0
  let speaker = before
  for (const found of whole.matchAll(VOICE)) {
    const text = stripMarkup(whole.slice(from, found.index)).replace(/\n/g, ' ')
    if (text !== '') parts.push({ speakerKey: speaker, text })
    speaker = decodeReferences(found[1] ?? '').trim() || null
    from = found.index + found[0].length
  }
  parts.push({ speakerKey: speaker, text: stripMarkup(whole.slice(from)).replace(/\n/g, ' ') })
  return parts.filter((part) => part.text !== '')
}

/**
 * Cues as segments. The speaker stands in a voice tag (`<v Anna>`), before a colon (Zoom), in brackets on a line of its
 * own, or nowhere; Zoom leaves the name out while it stays the same. Several voices in one cue share its time in the
 * order and by the length of what they say, since the format does not tell more.
 */
export function segmentsOfCues(cues: readonly Cue[]): Segment[] {
  const names = speakerPrefixes(cues.map((cue) => cue.lines.map(stripMarkup)))
  const hasVoices = cues.some((cue) => /<v[.\s]/i.test(cue.lines.join('\n')))
  const segments: Segment[] = []
  let speaker: string | null = null
  for (const cue of cues) {
    const parts = partsOf(cue, names, hasVoices ? null : speaker)
    const letters = parts.reduce((sum, part) => sum + Math.max(1, part.text.length), 0)
    let told = 0
    for (const part of parts) {
      const startMs = timeAt(cue, told / letters)
      told += Math.max(1, part.text.length)
      segments.push({ ...part, startMs, endMs: timeAt(cue, told / letters) })
    }
    speaker = parts.at(-1)?.speakerKey ?? speaker
  }
  return segments
}

function timeAt(cue: Cue, share: number): number {
  return Math.round(cue.startMs + (cue.endMs - cue.startMs) * share)
}
