import type { FactData } from '@ensemble/engine/facts/kinds.ts'
import type { IncomingFact } from '../facts/incoming.ts'
import { arrivalOf } from './arrival-of.ts'
import { group, textIn } from './loose.ts'
import { type BodyOf, envelopeOf, whoOf } from './message.ts'

/** A Segment `page` as a fact: a page was read, with the touch that brought the visitor there. */
export function factsOfPage(body: BodyOf<'page'>, nowMs: number): [main: IncomingFact] {
  const seen = { ...group(body.context, 'page'), ...body.properties }
  const url = textIn(seen, ['url'], 2_000)
  const title = textIn(seen, ['title'], 2_000) ?? body.name ?? undefined
  const referrer = textIn(seen, ['referrer'], 2_000)
  const search = textIn(seen, ['search'], 2_000)
  const data: FactData['page.viewed'] = { path: textIn(seen, ['path'], 2_000) ?? pathIn(url) ?? '/' }
  if (url !== undefined) data.url = url
  if (title !== undefined) data.title = title
  if (referrer !== undefined) data.referrer = referrer
  if (search !== undefined) data.search = search
  const touch = arrivalOf(body.context, body.properties)
  return [{ kind: 'page.viewed', ...envelopeOf(body, nowMs), who: whoOf(body), touch, data }]
}

function pathIn(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).pathname : undefined
}
