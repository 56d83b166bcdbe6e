import { z } from 'zod'
import { namedSpeakers } from './named-speakers.ts'
import type { Chat, Message } from './transcript.ts'

const id = z.union([z.string(), z.number()]).transform(String)
const spoken = z
  .object({
    speaker: id.nullish(),
    speaker_name: z.string().nullish(),
    author: z.string().nullish(),
    role: z.string().nullish(),
    from: z.string().nullish(),
    agent: id.nullish(),
    text: z.string().nullish(),
    content: z.string().nullish(),
    message: z.string().nullish(),
    body: z.string().nullish(),
    data: z.unknown().optional(),
  })
  .transform((each): Message | null => {
    const text =
      each.text ?? each.content ?? each.message ?? each.body ?? (typeof each.data === 'string' ? each.data : null)
    if (text === null) return null
    const speakerKey = each.speaker ?? each.speaker_name ?? each.author ?? each.role ?? each.from ?? each.agent ?? null
    return { speakerKey, text: text.normalize('NFC') }
  })
const pair = z
  .tuple([z.string(), z.string()])
  .transform(([speakerKey, text]): Message => ({ speakerKey, text: text.normalize('NFC') }))
const messages = z.array(z.union([pair, spoken])).min(1)

/** A written exchange: a list of messages with a speaker and words, under one of the names such lists go by. */
export const dialogueSchema = z
  .union([
    messages.transform((list) => ({ id: null, list })),
    z
      .object({
        id: id.nullish(),
        uuid: id.nullish(),
        convo_id: id.nullish(),
        conversation_id: id.nullish(),
        messages: messages.optional(),
        utterances: messages.optional(),
        turns: messages.optional(),
        events: messages.optional(),
        original: messages.optional(),
      })
      .transform((read) => ({
        id: read.conversation_id ?? read.convo_id ?? read.id ?? read.uuid ?? null,
        list: read.messages ?? read.utterances ?? read.turns ?? read.events ?? read.original ?? [],
      })),
  ])
  .refine((read) => read.list.some((message) => message !== null && message.speakerKey !== null))

export function readDialogue(read: z.infer<typeof dialogueSchema>): Chat {
  const said = read.list.flatMap((message) => (message === null ? [] : [message]))
  return { kind: 'chat', source: 'dialogue', id: read.id, messages: said, speakers: namedSpeakers(said), issues: [] }
}
