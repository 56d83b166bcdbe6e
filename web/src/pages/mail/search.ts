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
