import { z } from 'zod'
import { callLength, contact, short, text } from './fact-parts.ts'

/** What we did towards them: calls, mails, meetings. */
export const CONTACT_FACTS = {
  'call.made': contact.extend({
    outcome: z.enum(['connected', 'no answer', 'voicemail', 'busy', 'wrong number']),
    durationS: callLength.optional(),
    startedAt: z.iso.datetime().optional(),
    /** The list it was made from. */
    session: z.uuid().optional(),
    /** What the prospect said, in their words. */
    words: text.optional(),
    /** Whether they had heard of the company before, where they were asked. */
    heardOfUs: z.enum(['yes', 'no', 'unsure']).optional(),
    message: short.optional(),
  }),
  /** A colleague took a call that came in. */
  'call.answered': contact.extend({
    durationS: callLength.optional(),
    call: short.optional(),
    words: text.optional(),
    recordingUrl: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .optional(),
  }),
  'email.sent': contact.extend({
    isAutomatic: z.boolean().optional(),
    subject: text.optional(),
    /** Which of the messages of the house was used. */
    message: short.optional(),
    mail: z.uuid().optional(),
  }),
  'message.sent': contact.extend({
    network: short.optional(),
    isAutomatic: z.boolean().optional(),
    message: short.optional(),
  }),
  'meeting.booked': z.object({
    startsAt: z.iso.datetime().optional(),
    note: text.optional(),
    /** Of the calendar, when it stands there. */
    meeting: z.uuid().optional(),
    name: short.optional(),
    by: z.enum(['guest', 'us']).optional(),
  }),
  'meeting.moved': z.object({
    meeting: z.uuid(),
    startsAt: z.iso.datetime(),
    by: z.enum(['guest', 'us']),
    note: text.optional(),
  }),
  'meeting.cancelled': z.object({ meeting: z.uuid(), by: z.enum(['guest', 'us']), note: text.optional() }),
  /** Nobody came. */
  'meeting.missed': z.object({ meeting: z.uuid().optional(), note: text.optional() }),
  'meeting.held': contact.extend({
    message: short.optional(),
    meeting: z.uuid().optional(),
    nextStep: text.optional(),
    /** Share of the talking that was ours, 0 to 1. */
    talkShare: z.number().min(0).max(1).optional(),
  }),
  /** What was said in a call or a chat, with its words, stands beside the story under this id. */
  'conversation.recorded': z.object({
    conversation: z.uuid(),
    how: z.enum(['call', 'chat']),
    callKind: short.optional(),
    title: short.optional(),
    durationS: callLength.optional(),
    /** The prospect's share of the talking, 0 to 1. */
    prospectShare: z.number().min(0).max(1).optional(),
    /** The call or meeting it belongs to. */
    in: z.uuid().optional(),
  }),
} as const
