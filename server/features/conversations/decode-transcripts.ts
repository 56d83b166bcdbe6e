import { readTranscripts } from '@ensemble/engine/conversation/read-transcripts.ts'
import type { Transcript } from '@ensemble/engine/conversation/transcript.ts'
import { Problem } from '../../http/problem.ts'
import { encodingOf } from '../imports/tables/encoding-of.ts'

const HEAD_BYTES = 65_536

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** The text of a transcript file, whatever its encoding. */
export function decodeText(bytes: Buffer): string {
  const { decoder } = encodingOf(bytes.subarray(0, HEAD_BYTES), isUtf8(bytes))
  return new TextDecoder(decoder).decode(bytes)
}

/** The conversations a text holds. Throws what is wrong with it, at which line, and what to do. */
export function parseTranscripts(text: string): Transcript[] {
  // PostgreSQL stores no NUL, and half a character is no text.
  const read = readTranscripts(text.replaceAll('\0', '').toWellFormed())
  if (read.ok && read.transcripts.length > 0) return read.transcripts
  const { line, what, mend } = read.ok
    ? { line: null, what: 'it holds no conversation', mend: 'export the transcript again' }
    : read.problem
  throw new Problem('refused', `This is no transcript that can be read: ${what}.`, {
    mend: `${mend[0]?.toUpperCase() ?? ''}${mend.slice(1)}.`,
    ...(line === null ? {} : { errors: [{ where: `line ${line}`, what }] }),
  })
}

/** The conversation at a place, counted from 1. */
export function pickTranscript(transcripts: readonly Transcript[], place: number): Transcript {
  const chosen = transcripts[place - 1]
  if (chosen !== undefined) return chosen
  throw new Problem(
    'bad-request',
    `This file holds ${transcripts.length} conversations; there is no number ${place}.`,
    {
      mend: 'Choose one of them with `place`, counted from 1.',
      errors: [{ where: 'place', what: `1 to ${transcripts.length}` }],
    },
  )
}
