import { z } from 'zod'
import { assemblyaiSchema, readAssemblyai } from './read-assemblyai.ts'
import {
  awsCallAnalyticsSchema,
  awsPostCallSchema,
  readAwsCallAnalytics,
  readAwsPostCall,
} from './read-aws-call-analytics.ts'
import { awsTranscribeSchema, readAwsTranscribe } from './read-aws-transcribe.ts'
import { deepgramSchema, readDeepgram } from './read-deepgram.ts'
import { dialogueSchema, readDialogue } from './read-dialogue.ts'
import { firefliesSchema, readFireflies } from './read-fireflies.ts'
import { gongSchema, readGong } from './read-gong.ts'
import { refuseTranscript } from './refuse-transcript.ts'
import type { ReadTranscripts, Transcript } from './transcript.ts'

/** A shape, how it is known without reading all of it, and how it is read. */
type Shape = { name: string; marks: z.ZodType; read: (value: unknown) => z.ZodSafeParseResult<Transcript[]> }

function shape<S extends z.ZodType>(
  name: string,
  marks: z.ZodType,
  schema: S,
  read: (value: z.output<S>) => Transcript[],
): Shape {
  return { name, marks, read: (value) => schema.transform((found) => read(found)).safeParse(value) }
}

const any = z.unknown()
const list = z.array(any)
const shapes: readonly Shape[] = [
  shape('Gong', z.object({ callTranscripts: list }), gongSchema, readGong),
  shape('Amazon post-call analytics', z.object({ SpeechSegments: list }), awsPostCallSchema, (read) => [
    readAwsPostCall(read),
  ]),
  shape('Amazon Call Analytics', z.object({ Transcript: list }), awsCallAnalyticsSchema, (read) => [
    readAwsCallAnalytics(read),
  ]),
  shape('Amazon Transcribe', z.object({ results: z.object({ items: list }) }), awsTranscribeSchema, (read) => [
    readAwsTranscribe(read),
  ]),
  shape(
    'Deepgram',
    z.object({ results: z.union([z.object({ utterances: list }), z.object({ channels: list })]) }),
    deepgramSchema,
    (read) => [readDeepgram(read)],
  ),
  shape('Fireflies', z.object({ sentences: list }), firefliesSchema, (read) => [readFireflies(read)]),
  shape('AssemblyAI', z.union([timed('utterances'), timed('words')]), assemblyaiSchema, (read) => [
    readAssemblyai(read),
  ]),
  shape('a written exchange', any, dialogueSchema, (read) => [readDialogue(read)]),
]

function timed(key: string): z.ZodType {
  return z.object({ [key]: z.array(z.object({ start: z.number(), end: z.number() })).min(1) })
}

const wrappers = z.union([
  z.object({ data: z.object({ transcript: any }) }).transform((read) => read.data.transcript),
  z.object({ data: z.object({ transcripts: list }) }).transform((read) => read.data.transcripts),
  z.object({ transcript: z.looseObject({ sentences: list }) }).transform((read) => read.transcript),
])

function readOne(value: unknown): ReadTranscripts {
  const inner = wrappers.safeParse(value)
  const core = inner.success ? inner.data : value
  const known = shapes.find(({ marks }) => marks.safeParse(core).success)
  const read = known?.read(core)
  if (read?.success) return { ok: true, transcripts: read.data }
  const [issue] = read?.error?.issues ?? []
  if (known === undefined || known.name === 'a written exchange' || issue === undefined)
    return refuseTranscript(
      'this JSON has none of the shapes known here',
      'known are Gong, Fireflies, Deepgram, AssemblyAI, Amazon Transcribe and its analytics, and lists of messages with a speaker and a text',
    )
  return refuseTranscript(
    `this looks like ${known.name}, but ${issue.path.join('.') || 'the file'} is wrong: ${issue.message}`,
    'export the transcript again, and leave the file as it comes',
  )
}

/** Reads the JSON of a transcription service; a list of conversations is read one by one. */
export function readJsonTranscripts(value: unknown): ReadTranscripts {
  const isList =
    Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'object' && each !== null)
  const first: unknown = isList ? value[0] : null
  const isListOfCalls = isList && !Array.isArray(first) && !dialogueSchema.safeParse(value).success
  if (!isListOfCalls) return readOne(value)
  const transcripts: Transcript[] = []
  for (const each of value) {
    const read = readOne(each)
    if (!read.ok) return read
    transcripts.push(...read.transcripts)
  }
  return { ok: true, transcripts }
}
