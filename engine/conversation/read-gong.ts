import { z } from 'zod'
import { callOf } from './call-of.ts'
import type { Call, Side, Speaker } from './transcript.ts'

const id = z.union([z.string(), z.number()]).transform(String)
const party = z.object({
  speakerId: id.nullish(),
  name: z.string().nullish(),
  emailAddress: z.string().nullish(),
  affiliation: z.string().nullish(),
})
const sentence = z.object({ start: z.number().min(0), end: z.number().min(0), text: z.string() })
const monologue = z.object({ speakerId: id.nullish(), sentences: z.array(sentence) })

/** `POST /v2/calls/transcript`, times in ms; `parties` come from `/v2/calls/extensive` and may be put beside it. */
export const gongSchema = z.object({
  callTranscripts: z.array(
    z.object({ callId: id.nullish(), transcript: z.array(monologue), parties: z.array(party).nullish() }),
  ),
  parties: z.array(party).nullish(),
  calls: z.array(z.object({ metaData: z.object({ id }).nullish(), parties: z.array(party).nullish() })).nullish(),
})

function sideOf(affiliation: string | null | undefined): Side | null {
  if (affiliation === 'Internal') return 'rep'
  return affiliation === 'External' ? 'prospect' : null
}

export function readGong(read: z.infer<typeof gongSchema>): Call[] {
  return read.callTranscripts.map((call) => {
    const extensive = read.calls?.find((each) => each.metaData?.id === call.callId)
    const parties = call.parties ?? extensive?.parties ?? read.parties ?? []
    const segments = call.transcript.flatMap(({ speakerId, sentences }) =>
      sentences.map(({ start, end, text }) => ({ speakerKey: speakerId ?? null, startMs: start, endMs: end, text })),
    )
    const keys = new Set(segments.flatMap(({ speakerKey }) => (speakerKey === null ? [] : [speakerKey])))
    const speakers: Speaker[] = [...keys].map((key) => {
      const known = parties.find((each) => each.speakerId === key)
      return { key, name: known?.name ?? known?.emailAddress ?? null, side: sideOf(known?.affiliation) }
    })
    return callOf({ source: 'gong', id: call.callId ?? null, segments, speakers })
  })
}
