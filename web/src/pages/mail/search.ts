import { oneOf, type RawSearch, text } from '../../search.ts'

export const MAIL_VIEWS = ['threads', 'unknown', 'outbox', 'templates'] as const
export type MailView = (typeof MAIL_VIEWS)[number]
export type MailSearch = {
  view?: MailView | undefined
  whose?: 'mine' | 'all' | undefined
  thread?: string | undefined
}

export function parseMailSearch(raw: RawSearch): MailSearch {
  return {
    view: oneOf(raw.view, MAIL_VIEWS),
    whose: oneOf(raw.whose, ['mine', 'all'] as const),
    thread: text(raw.thread),
  }
}

/** What a provider sends back with. */
export type SignedInSearch = {
  code?: string | undefined
  state?: string | undefined
  error?: string | undefined
  description?: string | undefined
}

export function parseSignedInSearch(raw: RawSearch): SignedInSearch {
  return {
    code: text(raw.code),
    state: text(raw.state),
    error: text(raw.error),
    description: text(raw.description ?? raw.error_description),
  }
}
