import { checkUnits } from './check-units.ts'
import { readJsonTranscripts } from './read-json-transcripts.ts'
import { looksLikeOtter, readOtter } from './read-otter.ts'
import { readRttm } from './read-rttm.ts'
import { readSubtitles } from './read-subtitles.ts'
import { refuseTranscript } from './refuse-transcript.ts'
import type { ReadTranscripts } from './transcript.ts'

/**
 * Reads a transcript, whatever wrote it: WebVTT (W3C, Teams, Zoom), SRT, Otter's text, RTTM, or the JSON of Gong,
 * Fireflies, Deepgram, AssemblyAI and Amazon, and written exchanges as JSON. The shape is told from the text itself. A
 * file may hold several calls. Times that cannot be meant (`checkUnits`) are refused. Shapes: domain.md 6.3.
 */
export function readTranscripts(source: string): ReadTranscripts {
  const text = source.replace(/^\uFEFF/, '')
  const read = readShape(text)
  if (!read.ok) return read
  for (const transcript of read.transcripts) {
    const problem = transcript.kind === 'call' ? checkUnits(transcript) : null
    if (problem !== null) return { ok: false, problem }
  }
  return read
}

function readShape(text: string): ReadTranscripts {
  if (text.trim() === '') return refuseTranscript('the file is empty', 'export the transcript again')
  if (/^WEBVTT/.test(text)) return readSubtitles(text, 'webvtt')
  if (/^\s*[[{]/.test(text)) return readJson(text)
  if (/^\s*SPEAKER\s+\S+\s+\d/m.test(text)) return readRttm(text)
  if (text.includes('-->')) return readSubtitles(text, 'srt')
  if (looksLikeOtter(text)) return readOtter(text)
  return refuseTranscript(
    'the file has none of the shapes known here',
    'known are WebVTT, SRT, RTTM, text as Otter exports it, and the JSON of Gong, Fireflies, Deepgram, AssemblyAI and Amazon Transcribe',
  )
}

function readJson(text: string): ReadTranscripts {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return refuseTranscript(
      `the file begins like JSON but is not: ${error instanceof Error ? error.message : String(error)}`,
      'export the transcript again; the file may have been cut short',
    )
  }
  return readJsonTranscripts(value)
}
