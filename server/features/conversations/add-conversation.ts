import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { moment } from '../../http/shapes.ts'
import { decodeText, parseTranscripts, pickTranscript } from './decode-transcripts.ts'
import { readVoices } from './known-voices.ts'
import { readUpload } from './read-upload.ts'
import { saveConversation } from './save-conversation.ts'
import { callKind, speakerIs } from './shapes.ts'
import { type ToldSpeaker, tellSpeakers } from './tell-speakers.ts'

const NAME_CHARS = 200

const fieldsSchema = z.object({
  place: z.coerce.number().int().min(1).default(1),
  heldAt: moment.optional(),
  callKind: callKind.default('other'),
  title: z.string().trim().max(NAME_CHARS).optional(),
  aboutFact: z.uuid().optional(),
  speakers: z
    .string()
    .max(200_000)
    .transform((text, at) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        at.addIssue('is not JSON')
        return z.NEVER
      }
    })
    .pipe(z.array(speakerIs).max(200))
    .optional(),
})

/** What somebody says of speakers, over what was guessed. A key that does not speak is named. */
export function applySaid(
  guessed: readonly ToldSpeaker[],
  said: readonly z.output<typeof speakerIs>[] | undefined,
): ToldSpeaker[] {
  const unknown = (said ?? []).filter((one) => !guessed.some(({ key }) => key === one.key))
  if (unknown.length > 0)
    throw new Problem('bad-request', `Nobody called "${unknown[0]?.key}" speaks here.`, {
      mend: 'Use the keys of the speakers as the preview gives them.',
      errors: unknown.map(({ key }) => ({ where: 'speakers', what: `"${key}" does not speak here` })),
    })
  return guessed.map((speaker) => {
    const is = said?.find(({ key }) => key === speaker.key)
    if (is === undefined) return speaker
    return {
      ...speaker,
      side: is.side,
      userId: is.side === 'rep' ? (is.userId ?? null) : null,
      personId: is.side === 'prospect' ? (is.personId ?? null) : null,
    }
  })
}

/** The colleague who spoke, when it is one. */
export function sellerOf(speakers: readonly ToldSpeaker[]): string | null {
  return speakers.find(({ side, userId }) => side === 'rep' && userId !== null)?.userId ?? null
}

/** Adds an uploaded transcript to somebody's story. */
export async function addConversation(
  ctx: Context,
  caller: Caller,
  personId: string,
  request: FastifyRequest,
): Promise<{ conversationId: string; isNew: boolean }> {
  const { bytes, fields } = await readUpload(request)
  const parsed = fieldsSchema.safeParse(fields)
  if (!parsed.success)
    throw new Problem('bad-request', 'The fields beside the file do not fit.', {
      mend: 'Correct the fields named in errors and send it again. Nothing was changed.',
      errors: parsed.error.issues.map((issue) => ({ where: issue.path.join('.'), what: issue.message })),
    })
  const said = parsed.data
  const transcript = pickTranscript(parseTranscripts(decodeText(bytes)), said.place)
  const { rows } = await ctx.db.query('select 1 from people where person_id = $1 and erased_at is null', [personId])
  if (rows.length === 0)
    throw new Problem('not-found', 'There is no such person.', {
      mend: 'They may have been merged with somebody or erased: search for them.',
    })
  const speakers = applySaid(tellSpeakers(transcript, await readVoices(ctx.db, personId)), said.speakers)
  const heldAt = said.heldAt === undefined ? ctx.now() : Date.parse(said.heldAt)
  refuseFuture(ctx, heldAt)
  const { conversationId, isNew } = await saveConversation(ctx, {
    who: { personId },
    transcript,
    speakers,
    callKind: said.callKind,
    title: said.title ?? null,
    heldAt,
    aboutFact: said.aboutFact ?? null,
    seller: sellerOf(speakers) ?? (caller.role === 'seller' ? caller.id : null),
    by: caller.id,
    ...(caller.locale === null ? {} : { language: caller.locale }),
  })
  return { conversationId, isNew }
}

const SKEW_MS = 5 * 60_000

/** A conversation cannot have been held in the future. */
export function refuseFuture(ctx: Pick<Context, 'now'>, heldAt: number): void {
  if (heldAt <= ctx.now() + SKEW_MS) return
  throw new Problem('bad-request', 'This conversation is said to be held in the future.', {
    mend: 'Correct `heldAt`: the moment at which it began.',
    errors: [{ where: 'heldAt', what: 'lies in the future' }],
  })
}
