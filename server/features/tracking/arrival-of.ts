import type { Touch } from '@ensemble/engine/facts/fact.ts'
import { group, type Loose, textIn } from './loose.ts'
import type { BodyOf } from './message.ts'
import { touchOf } from './touch-of.ts'

/** The touch of a message, from its page, campaign and referrer. `properties` win over the context, as in `page` calls. */
export function arrivalOf(context: BodyOf<'track'>['context'], properties?: Loose | null): Touch | null {
  const page = group(context, 'page')
  const campaign = group(context, 'campaign')
  const url = textIn(properties, ['url'], 4_000) ?? textIn(page, ['url'], 4_000)
  const path = textIn(properties, ['path'], 2_000) ?? textIn(page, ['path'], 2_000)
  return touchOf({
    page: url ?? path ?? null,
    referrer:
      textIn(properties, ['referrer'], 2_000) ??
      textIn(page, ['referrer'], 2_000) ??
      textIn(group(context, 'referrer'), ['url', 'link'], 2_000) ??
      null,
    campaign: {
      source: textIn(campaign, ['source']),
      medium: textIn(campaign, ['medium']),
      name: textIn(campaign, ['name']),
    },
  })
}
