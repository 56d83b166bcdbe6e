import type { Touch } from '@ensemble/engine/facts/fact.ts'
import type { IncomingFact } from '../facts/incoming.ts'
import { touchOf } from '../tracking/touch-of.ts'
import { traitsOf } from '../tracking/traits-of.ts'
import type { GivenConsent } from './asked-consents.ts'
import { countOf } from './check-answers.ts'
import type { Answers, HostedForm } from './field.ts'
import { marksAsQuery } from './kept-fields.ts'
import type { Language } from './phrases.ts'

export type SentForm = { form: HostedForm; answers: Answers; given: readonly GivenConsent[]; language: Language }

/** A sent form as facts: who it is, that they asked, and what they agreed to. They belong together: they are recorded in one call. */
export function factsOfForm({ form, answers, given: agreed, language }: SentForm, nowMs: number): IncomingFact[] {
  const given = (name: string) => answers[name] || undefined
  const messageId = `form:${form.slug}:${given('submission')?.slice(0, 60) ?? `${nowMs}`}`
  const envelope = { at: nowMs, messageId, source: 'form', actor: null, isHistory: false }
  const who = { email: given('email'), phone: given('phone'), anonymousId: given('aid')?.slice(0, 200) }
  const employees = countOf(answers.employees ?? '')
  const about = traitsOf({
    name: given('name'),
    email: given('email'),
    phone: given('phone'),
    role: given('role'),
    country: given('country'),
    company: given('company'),
    language,
    ...(employees === null ? {} : { employees }),
  })
  const written = Object.fromEntries(
    ['message', 'heardFrom'].flatMap((name) => (answers[name] ? [[name, answers[name]]] : [])),
  )
  const submitted = {
    name: form.slug,
    path: `/f/${form.slug}`,
    ...(answers.wantsCall === 'yes' ? { wantsCall: true } : {}),
    ...(Object.keys(written).length > 0 ? { fields: written } : {}),
  }
  return [
    { kind: 'form.submitted', ...envelope, who, touch: touchOfForm(form, answers), data: submitted },
    { kind: 'person.identified', ...envelope, messageId: `${messageId}:id`, who, touch: null, data: about },
    ...agreed.map(({ purpose, version, wording }) => ({
      kind: 'consent.given',
      ...envelope,
      messageId: `${messageId}:consent:${purpose}`,
      who,
      touch: null,
      data: { purpose, proof: wording, form: form.slug, version, language },
    })),
  ]
}

/** What the address says wins; then what the company says of this form; then what the page before suggests. */
function touchOfForm(form: HostedForm, answers: Answers): Touch {
  const marks = marksAsQuery(answers)
  const landingPage = pathOf(answers.landing) ?? `/f/${form.slug}`
  const read = touchOf({ page: `${landingPage}?${marks}`, referrer: answers.referrer || null, campaign: {} })
  const isMarked = [...marks.keys()].some((mark) => !['utm_campaign', 'utm_term', 'utm_content'].includes(mark))
  return {
    channel: (isMarked ? null : form.channel) ?? read?.channel ?? 'direct',
    origin: read?.origin ?? null,
    campaign: read?.campaign ?? form.campaign,
    landingPage,
  }
}

function pathOf(address: string | undefined): string | null {
  if (!address) return null
  try {
    return new URL(address, 'https://page.invalid').pathname
  } catch {
    return null
  }
}
