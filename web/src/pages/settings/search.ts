import { oneOf, type RawSearch, text } from '../../search.ts'

/** `webhook` is the receiver that is open, `status` which of its deliveries are shown. */
export type WebhooksSearch = { webhook?: string | undefined; status?: 'waiting' | 'delivered' | 'failed' | undefined }

/** Reads the address of the page. */
export function parseWebhooksSearch(raw: RawSearch): WebhooksSearch {
  return { webhook: text(raw.webhook), status: oneOf(raw.status, ['waiting', 'delivered', 'failed']) }
}
