import { z } from 'zod'
import { callLength, loose, short, text } from './fact-parts.ts'

/** What is known of the person and the company, as `person.identified` brings it. Absent means unknown. */
export const traitsSchema = z.object({
  person: z
    .object({
      name: short.optional(),
      email: short.optional(),
      phone: short.optional(),
      title: short.optional(),
      role: short.optional(),
      country: short.optional(),
      region: short.optional(),
      postcode: short.optional(),
      city: short.optional(),
      language: short.optional(),
    })
    .optional(),
  account: z
    .object({
      name: short.optional(),
      domain: short.optional(),
      externalId: short.optional(),
      industry: short.optional(),
      employees: z.int().min(0).optional(),
      revenueCents: z.int().min(0).optional(),
      country: short.optional(),
      region: short.optional(),
      postcode: short.optional(),
      city: short.optional(),
      segment: short.optional(),
    })
    .optional(),
  traits: loose.optional(),
})

/** Who somebody is, and what they did. */
export const PROSPECT_FACTS = {
  'person.identified': traitsSchema,
  /** `proof` is what they were shown or said, word for word; where a form asked: which one, which version of the wording, in which language. */
  'consent.given': z.object({
    purpose: short,
    proof: text.optional(),
    form: short.optional(),
    version: z.int().min(0).optional(),
    language: z.string().max(40).optional(),
  }),
  'consent.withdrawn': z.object({ purpose: short }),
  /** Another person's story was joined to this one by a human; `from` is the address it had. */
  'people.merged': z.object({ from: z.uuid(), merge: z.uuid(), name: short.optional() }),
  'merge.undone': z.object({ merge: z.uuid(), person: z.uuid(), name: short.optional() }),

  'page.viewed': z.object({
    path: text,
    url: text.optional(),
    title: text.optional(),
    referrer: text.optional(),
    search: text.optional(),
  }),
  'form.submitted': z.object({
    name: short,
    path: text.optional(),
    wantsCall: z.boolean().optional(),
    fields: loose.optional(),
  }),
  'event.tracked': z.object({ name: short, properties: loose.optional() }),
  'email.opened': z.object({ name: short.optional() }),
  'email.clicked': z.object({ name: short.optional(), url: text.optional() }),
  'email.replied': z.object({
    name: short.optional(),
    text: text.optional(),
    subject: text.optional(),
    /** The message as it stands in the mailboxes of the house. */
    mail: z.uuid().optional(),
  }),
  /** A program answered for them: out of office, received, moved on. Nobody raised a hand. */
  'email.auto_replied': z.object({ subject: text.optional(), text: text.optional(), mail: z.uuid().optional() }),
  /** A mail of ours did not arrive. `hard`: the address will never take one. */
  'email.bounced': z.object({
    how: z.enum(['hard', 'soft']),
    address: z.string().max(320).optional(),
    why: text.optional(),
    subject: text.optional(),
    mail: z.uuid().optional(),
  }),
  'letter.sent': z.object({ name: short.optional() }),
  'letter.answered': z.object({ name: short.optional() }),
  'event.attended': z.object({ name: short }),
  /** `call` is the id the telephone system gave it. */
  'call.received': z.object({
    note: text.optional(),
    durationS: callLength.optional(),
    call: short.optional(),
    line: short.optional(),
  }),
  'referral.made': z.object({ by: short.optional(), note: text.optional() }),
} as const
