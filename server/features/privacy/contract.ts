import { z } from 'zod'
import { ADMINS, contract, EVERYONE, MANAGERS } from '../../http/contract.ts'
import { moment } from '../../http/shapes.ts'

const covers = z.enum(['e-mail', 'phone', 'letter', 'message', 'nothing'])
const purposeKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
export const purpose = z
  .object({
    purpose: purposeKey,
    name: z.string().min(1).max(120),
    /** The name for readers of French; null where one name serves all. */
    nameFr: z.string().max(120).nullable().default(null),
    /** The ground in law on which it rests. */
    basis: z.enum(['consent', 'legitimate interest', 'contract', 'legal duty']),
    /** What a withdrawal forbids. */
    covers,
    version: z.int(),
    /** What people are asked, word for word. */
    wording: z.string().min(1).max(2_000),
    /** The same for readers of French; null where one wording serves all. */
    wordingFr: z.string().max(2_000).nullable().default(null),
    isActive: z.boolean(),
  })
  .meta({ id: 'Purpose' })

export const listPurposes = contract({
  id: 'listPurposes',
  method: 'GET',
  url: '/api/privacy/purposes',
  summary: 'The purposes people are asked to agree to, with the wording in use.',
  roles: EVERYONE,
  response: z.object({ purposes: z.array(purpose) }),
})

export const savePurpose = contract({
  id: 'savePurpose',
  method: 'PUT',
  url: '/api/privacy/purposes/:purpose',
  summary: 'Makes or changes a purpose. Another wording is a new version; earlier ones are kept as proof.',
  roles: ADMINS,
  params: z.object({ purpose: purposeKey }),
  body: purpose.omit({ purpose: true, version: true }),
  response: purpose,
})

export const getConsents = contract({
  id: 'getConsents',
  method: 'GET',
  url: '/api/people/:personId/consents',
  summary: 'What somebody agreed to and took back, by purpose, with the proof of each.',
  roles: EVERYONE,
  params: z.object({ personId: z.uuid() }),
  response: z.object({
    consents: z.array(
      z.object({
        purpose: z.string(),
        name: z.string(),
        covers,
        state: z.enum(['given', 'withdrawn', 'not asked']),
        history: z.array(
          z.object({
            factId: z.uuid(),
            isGiven: z.boolean(),
            at: moment,
            source: z.string(),
            by: z.string().nullable(),
            /** What they were shown or said, word for word. */
            proof: z.string().nullable(),
            /** The form that asked, the version of the wording and its language, where a form asked. */
            form: z.string().nullable(),
            version: z.int().nullable(),
            language: z.string().nullable(),
          }),
        ),
      }),
    ),
    isErased: z.boolean(),
  }),
})

export const contactWarning = z
  .object({ personId: z.uuid(), purpose: z.string(), name: z.string(), covers, since: moment })
  .meta({ id: 'ContactWarning' })

export const listContactWarnings = contract({
  id: 'listContactWarnings',
  method: 'POST',
  isQuestion: true,
  url: '/api/privacy/warnings',
  summary: 'Which of these people do not want to be called, written to or messaged.',
  roles: EVERYONE,
  body: z.object({ people: z.array(z.uuid()).max(500) }),
  response: z.object({ warnings: z.array(contactWarning) }),
})

export const exportPerson = contract({
  id: 'exportPerson',
  method: 'GET',
  url: '/api/people/:personId/export',
  summary: 'Everything held about somebody, as JSON or as a page to read. It is written down who took it.',
  roles: MANAGERS,
  params: z.object({ personId: z.uuid() }),
  query: z.object({ as: z.enum(['json', 'html']).default('json') }),
  produces: 'application/json',
})

export const previewErasure = contract({
  id: 'previewErasure',
  method: 'GET',
  url: '/api/people/:personId/erasure',
  summary: 'What erasing somebody would take away, what would stay without a name, and what would be closed.',
  roles: ADMINS,
  params: z.object({ personId: z.uuid() }),
  response: z.object({
    personId: z.uuid(),
    name: z.string(),
    email: z.string().nullable(),
    isErased: z.boolean(),
    confirm: z.string(),
    goes: z.object({
      keys: z.int(),
      facts: z.int(),
      notices: z.int(),
      merges: z.int(),
      mentions: z.int(),
      uploads: z.int(),
    }),
    stays: z.object({ leads: z.int(), deals: z.int(), wonCents: z.int() }),
    closes: z.object({ leads: z.int(), deals: z.int() }),
  }),
})

export const erasePerson = contract({
  id: 'erasePerson',
  method: 'POST',
  url: '/api/people/:personId/erasure',
  summary: 'Erases somebody for good, everywhere. `confirm` is what the preview says must be typed.',
  roles: ADMINS,
  params: z.object({ personId: z.uuid() }),
  body: z.object({ reason: z.string().trim().min(3).max(500), confirm: z.string().max(320) }),
  response: z.object({ erasureId: z.uuid(), personId: z.uuid(), counts: z.record(z.string(), z.int()) }),
})

export const showUnsubscribe = contract({
  id: 'showUnsubscribe',
  method: 'GET',
  url: '/u/:token',
  summary:
    'The page on which somebody takes back what they agreed to, without signing in. Looking at it changes nothing.',
  roles: 'public',
  params: z.object({ token: z.string().max(300) }),
  query: z.object({ lang: z.string().max(10).optional() }),
  produces: 'text/html',
})

export const unsubscribe = contract({
  id: 'unsubscribe',
  method: 'POST',
  url: '/u/:token',
  summary:
    'Takes the purpose of the link back. Mail programs post `List-Unsubscribe=One-Click` (RFC 8058); the page posts the purposes that were ticked.',
  roles: 'public',
  params: z.object({ token: z.string().max(300) }),
  isRaw: true,
  produces: 'text/html',
})

const rule = z.enum(['visits', 'visitors', 'closed leads', 'mails', 'webhooks', 'import rows'])
const months = z.coerce.number().int().min(1).max(240)

export const listRetention = contract({
  id: 'listRetention',
  method: 'GET',
  url: '/api/privacy/retention',
  summary: 'How long each kind of data is kept, and what the last night took. Every rule is off until it is put on.',
  roles: ADMINS,
  response: z.object({
    rules: z.array(
      z.object({
        rule,
        months: z.int(),
        isOn: z.boolean(),
        lastRunAt: moment.nullable(),
        lastRemoved: z.int().nullable(),
        lastError: z.string().nullable(),
      }),
    ),
  }),
})

export const previewRetention = contract({
  id: 'previewRetention',
  method: 'GET',
  url: '/api/privacy/retention/preview',
  summary: 'How much a rule would take today.',
  roles: ADMINS,
  query: z.object({ rule, months }),
  response: z.object({ n: z.int(), isCounted: z.boolean(), before: moment }),
})

export const saveRetention = contract({
  id: 'saveRetention',
  method: 'PUT',
  url: '/api/privacy/retention',
  summary: 'Sets how long one kind of data is kept. It is applied at night.',
  roles: ADMINS,
  body: z.object({ rule, months: z.int().min(1).max(240), isOn: z.boolean() }),
  response: null,
  status: 204,
})

export const listPrivacyLog = contract({
  id: 'listPrivacyLog',
  method: 'GET',
  url: '/api/privacy/log',
  summary: 'Who exported, erased or changed what, the latest first.',
  roles: ADMINS,
  response: z.object({
    entries: z.array(
      z.object({
        id: z.uuid(),
        at: moment,
        what: z.enum([
          'exported',
          'erased',
          'erased again',
          'retention changed',
          'retention applied',
          'purpose changed',
        ]),
        who: z.string().nullable(),
        personId: z.uuid().nullable(),
        data: z.record(z.string(), z.unknown()),
      }),
    ),
  }),
})
