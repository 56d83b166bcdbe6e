import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { refuseFuture, sellerOf } from './add-conversation.ts'
import type { receiveConversation as promise } from './contract.ts'
import { parseTranscripts, pickTranscript } from './decode-transcripts.ts'
import { readVoices, type Voices } from './known-voices.ts'
import { saveConversation } from './save-conversation.ts'
import { type ToldSpeaker, tellSpeakers } from './tell-speakers.ts'

type Input = z.output<NonNullable<(typeof promise)['body']>>

function isNamed(speaker: ToldSpeaker, rep: string, voices: Voices): boolean {
  const wanted = rep.trim().toLowerCase()
  const labels = [speaker.key, speaker.name ?? '', speaker.userId ?? '']
  const user = voices.users.find(({ id }) => id === speaker.userId)
  return [...labels, user?.name ?? '', user?.email ?? ''].some((label) => label.toLowerCase() === wanted)
}

/** Those named speak for us, everybody else for the prospect, as in `ensemble transcript --rep`. */
function withReps(told: readonly ToldSpeaker[], reps: readonly string[], voices: Voices): ToldSpeaker[] {
  if (reps.length === 0) return [...told]
  const lost = reps.filter((rep) => !told.some((speaker) => isNamed(speaker, rep, voices)))
  if (lost.length > 0)
    throw new Problem('bad-request', `Nobody called "${lost[0]}" speaks here.`, {
      mend: `Name one of ${told.map(({ key, name }) => name ?? key).join(', ') || 'nobody: the transcript has no speakers'}.`,
      errors: lost.map((rep) => ({ where: 'body.reps', what: `"${rep}" does not speak here` })),
    })
  return told.map((speaker) =>
    reps.some((rep) => isNamed(speaker, rep, voices))
      ? { ...speaker, side: 'rep', personId: null }
      : { ...speaker, side: 'prospect', userId: null },
  )
}

/** Takes a transcript from the program that wrote it. */
export async function receiveConversation(
  ctx: Context,
  caller: Caller,
  input: Input,
): Promise<{ conversationId: string; personId: string; isNew: boolean }> {
  const { who } = input
  if (who.personId === undefined && who.email === undefined && who.phone === undefined && who.externalId === undefined)
    throw new Problem('bad-request', 'It is not said whose conversation this is.', {
      mend: 'Send `who` with a personId, an e-mail, a phone or an external id.',
      errors: [{ where: 'body.who', what: 'is empty' }],
    })
  const text = typeof input.transcript === 'string' ? input.transcript : JSON.stringify(input.transcript)
  const transcript = pickTranscript(parseTranscripts(text), input.place)
  const heldAt = input.heldAt === undefined ? ctx.now() : Date.parse(input.heldAt)
  refuseFuture(ctx, heldAt)
  const voices = await readVoices(ctx.db, who.personId ?? null)
  const speakers = withReps(tellSpeakers(transcript, voices), input.reps, voices)
  return saveConversation(ctx, {
    who,
    transcript,
    speakers,
    callKind: input.callKind,
    title: input.title ?? null,
    heldAt,
    aboutFact: null,
    seller: sellerOf(speakers) ?? (caller.role === 'seller' ? caller.id : null),
    by: caller.id,
    ...(caller.locale === null ? {} : { language: caller.locale }),
  })
}
