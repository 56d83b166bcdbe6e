import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { measureCall } from '@ensemble/engine/conversation/measure-call.ts'
import { measureChat } from '@ensemble/engine/conversation/measure-chat.ts'
import { readTranscripts } from '@ensemble/engine/conversation/read-transcripts.ts'
import { sidesOf } from '@ensemble/engine/conversation/sides-of.ts'
import type { Transcript } from '@ensemble/engine/conversation/transcript.ts'
import { ExplainedError } from '../explained-error.ts'
import { decodeText } from '../features/conversations/decode-transcripts.ts'
import { transcriptReport, transcriptResult } from './transcript-report.ts'

export const summary = 'Measures a conversation: who speaks how much, asks, waits and interrupts'

export const help = `
Usage: ensemble transcript FILE [--rep NAME]... [--call ID] [--segments] [--json]

Reads WebVTT (W3C, Teams, Zoom), SRT, RTTM, Otter's text, the JSON of Gong, Fireflies, Deepgram, AssemblyAI and Amazon
Transcribe, or a written exchange as JSON, and prints the talk share of both sides, longest turns, questions, pauses
before the seller answers, interruptions and changes of speaker. Nothing is stored.

Options:
  --rep NAME    who speaks for your company, by name or label, in any case; may be given several times.
                Everybody else is the prospect. Without it, the sides are those that the file itself names.
  --call ID     which conversation of a file that holds several: its id, or its place from 1
  --segments    with --json, print the conversation itself as well, in one shape whatever wrote it
  --json        print one JSON object; lengths in seconds, shares from 0 to 1, null where nothing can be said

Exit code: 0 when it was measured, 1 when the file cannot be read or nobody is called NAME, 2 on bad usage.

Example: npx ensemble transcript discovery.vtt --rep "Anna Berg" --json
`

const options = {
  rep: { type: 'string', multiple: true },
  call: { type: 'string' },
  segments: { type: 'boolean' },
  json: { type: 'boolean' },
} as const

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) {
    console.error('ensemble transcript: name one file.\nSee `ensemble transcript --help`.')
    return 2
  }
  const transcript = await readOne(file, values.call ?? null)
  const found = sidesOf(transcript, values.rep ?? [])
  if (!found.ok) throw new ExplainedError(`${file}: ${found.what}: ${found.mend}.`)
  const { sides } = found
  const measured =
    transcript.kind === 'call'
      ? { kind: transcript.kind, transcript, figures: measureCall(transcript, sides) }
      : { kind: transcript.kind, transcript, figures: measureChat(transcript, sides), sides }
  const result = transcriptResult(measured, values.segments === true)
  console.log(values.json ? JSON.stringify(result, null, 2) : transcriptReport(result))
  return 0
}

async function readOne(file: string, wanted: string | null): Promise<Transcript> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new ExplainedError(`${file} cannot be read (${error.code ?? error.message}): check its path.`)
  })
  const read = readTranscripts(decodeText(bytes))
  if (!read.ok) {
    const { line, what, mend } = read.problem
    throw new ExplainedError(`${file}${line === null ? '' : `, line ${line}`}: ${what}: ${mend}.`)
  }
  const { transcripts } = read
  const places = transcripts.map((each, index) => each.id ?? String(index + 1))
  const [only] = transcripts
  if (wanted === null && transcripts.length === 1 && only !== undefined) return only
  const list = `${places.slice(0, 20).join(', ')}${places.length > 20 ? ` and ${places.length - 20} more` : ''}`
  if (wanted === null)
    throw new ExplainedError(`${file} holds ${transcripts.length} conversations: choose one with --call: ${list}.`)
  const chosen = transcripts[places.indexOf(wanted)] ?? transcripts[Number(wanted) - 1]
  if (chosen === undefined) throw new ExplainedError(`--call: there is no "${wanted}" in ${file}; there are ${list}.`)
  return chosen
}
