import { Problem } from '../../http/problem.ts'
import { findAddress } from './find-address.ts'
import type { Door } from './post-once.ts'
import { readUrl } from './read-url.ts'

export function noSuchWebhook(): Problem {
  return new Problem('not-found', 'There is no such webhook.', { mend: 'Look at the list of webhooks.' })
}

/** Refuses an address nothing may be posted to, before it is stored. A name is looked up now and again at every delivery. */
export async function refuseUrl(door: Door, url: string): Promise<string> {
  const read = readUrl(url, door.canHookLoopback)
  if (!read.ok) throw refusal(read.what, read.mend)
  const found = await findAddress(read.target, door.resolve)
  if (!found.ok) throw refusal(found.error, 'Check the spelling; the name must lead to the open internet.')
  return read.target.url.href
}

function refusal(what: string, mend: string): Problem {
  return new Problem('refused', what, { mend, errors: [{ where: 'body.url', what, mend }] })
}
