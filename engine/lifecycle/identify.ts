import type { Fact, FactOf } from '../facts/fact.ts'
import { isFreeMail } from '../facts/free-mail.ts'
import type { PersonState, Scalar } from './state.ts'

type Given = Record<string, Scalar | undefined>

/** A later telling wins; what it does not mention stays. */
function merge<T extends object>(known: T, given: Given, names: Readonly<Record<string, string>>): T {
  const changed: Record<string, Scalar> = {}
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined && value !== null && value !== '') changed[names[name] ?? name] = value
  }
  return { ...known, ...changed }
}

function identify(state: PersonState, fact: FactOf<'person.identified'>): void {
  const { person, account, traits } = fact.data
  if (person !== undefined) {
    const known = merge(state.person, person, {})
    if (known.email !== undefined) {
      known.email_domain = known.email.slice(known.email.lastIndexOf('@') + 1)
      known.email_is_free_mail = isFreeMail(known.email_domain)
    }
    known.has_phone = known.phone !== undefined
    state.person = known
  }
  const domain = state.person.email_domain
  if (domain !== undefined && state.person.email_is_free_mail === false && state.account.domain === undefined) {
    state.account = { ...state.account, domain }
  }
  if (account !== undefined)
    state.account = merge(state.account, account, { externalId: 'external_id', revenueCents: 'revenue_cents' })
  if (traits !== undefined) state.traits = merge(state.traits, traits, {})
}

/** Takes in what the fact says of who the person is. True when something a fit clause may read can have changed. */
export function takeIdentity(state: PersonState, fact: Fact): boolean {
  if (fact.kind === 'person.identified') {
    identify(state, fact)
    return true
  }
  if (fact.kind === 'form.submitted' && fact.data.wantsCall === true && !state.person.asked_for_a_call) {
    state.person = { ...state.person, asked_for_a_call: true }
    return true
  }
  return false
}
