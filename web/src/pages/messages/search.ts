import { type RawSearch, text } from '../../search.ts'

export type MessagesSearch = {
  persona?: string | undefined
  language?: string | undefined
  /** The message that is open, or `new`. */
  message?: string | undefined
}

/** What the message house keeps in its address. */
export function parseMessagesSearch(raw: RawSearch): MessagesSearch {
  return { persona: text(raw.persona), language: text(raw.language), message: text(raw.message) }
}
