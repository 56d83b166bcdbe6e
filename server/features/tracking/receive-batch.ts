import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { PROBLEMS, Problem } from '../../http/problem.ts'
import type { Sent } from '../../http/sent.ts'
import { type batch, MOST_EVENTS } from './contract.ts'
import { intakeOf } from './intake.ts'
import { isLoose, textIn } from './loose.ts'
import type { Message } from './message.ts'
import { readMessage } from './read-message.ts'
import { noteArrival, receive, receiveMany } from './receive.ts'
import type { Sender } from './why-filtered.ts'

type Answer = z.input<NonNullable<(typeof batch)['response']>>

/** The events of a batch, or a problem that says what is wrong with the whole. */
function eventsOf(raw: unknown): readonly unknown[] {
  const events = isLoose(raw) ? raw.batch : undefined
  if (!Array.isArray(events) || events.length === 0)
    throw new Problem('bad-request', 'This batch holds no events.', {
      mend: 'Send {"batch": [event, ...]}.',
      errors: [{ where: 'batch', what: 'is missing or empty' }],
    })
  if (events.length > MOST_EVENTS)
    throw new Problem('too-large', `This batch holds ${events.length} events; ${MOST_EVENTS} is the most.`, {
      mend: 'Send them in several batches. Nothing of this one was stored.',
    })
  return events
}

/** Problems of the event itself are told; a fault of ours or of the database is the whole batch's, which is sent again. */
function isOfEvent(error: unknown): error is Problem {
  return error instanceof Problem && PROBLEMS[error.code] < 500 && error.code !== 'too-many-requests'
}

/** Stores the events of a batch. One that is refused is named and harms no other; when storing itself fails, the whole is to be sent again. */
export async function receiveBatch(ctx: Context, { body: raw, text }: Sent, sender: Sender): Promise<Answer> {
  const events = eventsOf(raw)
  const way = intakeOf(ctx).wayFor('batch')
  const shared = isLoose(raw) ? { sentAt: raw.sentAt, context: raw.context } : {}
  const answer: Answer = { success: true, recorded: 0, duplicate: 0, accepted: 0, filtered: 0, refused: [], notes: [] }
  const read = (event: unknown): Message => readMessage(event, null, shared)
  const outcomes =
    way === 'inbox'
      ? await receiveMany(ctx, { events, read, sender, text: shared.context === undefined ? text : null })
      : await Promise.allSettled(events.map(async (event) => receive(ctx, read(event), sender)))
  for (const [index, outcome] of outcomes.entries()) {
    const event = events[index]
    const messageId = (isLoose(event) ? textIn(event, ['messageId']) : undefined) ?? null
    if (outcome.status === 'fulfilled') {
      answer[outcome.value.status] += 1
      for (const what of outcome.value.notes) answer.notes.push({ index, messageId, what })
      continue
    }
    const error: unknown = outcome.reason
    if (!isOfEvent(error)) throw error
    const { message: why, mend = 'Correct it and send it again.', errors } = error
    answer.refused.push({ index, messageId, why, mend, errors })
    const type = isLoose(event) ? (textIn(event, ['type'], 20) ?? '?') : '?'
    noteArrival(ctx, null, { what: 'refused', why: errors[0] ? `${errors[0].where} ${errors[0].what}` : why }, { type })
  }
  answer.success = answer.refused.length === 0
  return answer
}
