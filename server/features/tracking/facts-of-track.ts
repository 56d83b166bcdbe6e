import type { IncomingFact } from '../facts/incoming.ts'
import { consentsSaid } from '../privacy/consents-said.ts'
import { arrivalOf } from './arrival-of.ts'
import { type Loose, scalarsOf, textIn } from './loose.ts'
import { type BodyOf, envelopeOf, whoOf } from './message.ts'
import { traitsOf } from './traits-of.ts'

/** Events that mean somebody asked, in the spellings sites use. They count only with an e-mail or a phone number. */
const ASKING =
  /^((contact|contact us|lead|demo|quote|trial|price list|newsletter)( form| request)?|form) (submitted|requested|sent|completed|generated)$|^(signed up|sign up|contact form|lead form)$/

/** Of a form's fields, what is said of the person and the company; the rest is what they wrote. */
const OF_PERSON = [
  'email',
  'phone',
  'name',
  'firstName',
  'first_name',
  'lastName',
  'last_name',
  'title',
  'jobTitle',
  'job_title',
  'role',
  'company',
  'companyName',
  'company_name',
  'employees',
  'country',
  'city',
  'region',
  'state',
  'address',
  'website',
  'domain',
  'industry',
]
const OF_FORM = ['form', 'formName', 'form_name', 'formId', 'form_id', 'wantsCall', 'wants_call', 'consents']

/**
 * A Segment `track` as facts. A form event brings `person.identified` and `form.submitted`; every other `event.tracked`.
 * An e-mail among the properties names the visitor only when they filled a form: elsewhere it may be somebody else's.
 */
export function factsOfTrack(body: BodyOf<'track'>, nowMs: number): [main: IncomingFact, ...others: IncomingFact[]] {
  const properties: Loose = body.properties ?? {}
  const envelope = envelopeOf(body, nowMs)
  const touch = arrivalOf(body.context)
  if (!isAsking(body.event, properties)) {
    const data = { name: body.event, properties: scalarsOf(properties) }
    return [{ kind: 'event.tracked', ...envelope, who: whoOf(body), touch, data }]
  }
  const who = whoOf(body, properties)
  const path = pathOf(body)
  const wantsCall = isYes(properties.wantsCall ?? properties.wants_call)
  const form = {
    name: textIn(properties, ['formName', 'form_name', 'form', 'formId', 'form_id']) ?? body.event,
    ...(path === undefined ? {} : { path }),
    ...(wantsCall ? { wantsCall } : {}),
    fields: scalarsOf(properties, [...OF_PERSON, ...OF_FORM]),
  }
  const about = Object.fromEntries(OF_PERSON.flatMap((name) => (name in properties ? [[name, properties[name]]] : [])))
  return [
    { kind: 'form.submitted', ...envelope, who, touch, data: form },
    {
      kind: 'person.identified',
      ...envelope,
      messageId: `${envelope.messageId}:id`,
      who,
      touch: null,
      data: traitsOf(about),
    },
    ...consentsSaid(properties.consents).map((said) => ({
      kind: 'consent.given',
      ...envelope,
      messageId: `${envelope.messageId}:consent:${said.purpose}`,
      who,
      touch: null,
      data: { ...said, form: form.name },
    })),
  ]
}

/** Whether it means that somebody asked, and says who. */
export function isAsking(event: string, properties: Loose): boolean {
  const name = event
    .trim()
    .toLowerCase()
    .replaceAll(/[_\-\s]+/g, ' ')
  return ASKING.test(name) && textIn(properties, ['email', 'phone']) !== undefined
}

function pathOf({ context }: BodyOf<'track'>): string | undefined {
  const page = context?.page
  return typeof page === 'object' && page !== null ? textIn({ ...page }, ['path'], 2_000) : undefined
}

function isYes(value: unknown): boolean {
  return value === true || value === 1 || (typeof value === 'string' && /^(true|yes|oui|on|1)$/i.test(value))
}
