import type { IncomingFact } from '../facts/incoming.ts'
import { factsOfAlias } from './facts-of-alias.ts'
import { factsOfGroup } from './facts-of-group.ts'
import { factsOfIdentify } from './facts-of-identify.ts'
import { factsOfPage } from './facts-of-page.ts'
import { factsOfScreen } from './facts-of-screen.ts'
import { factsOfTrack } from './facts-of-track.ts'
import type { Message } from './message.ts'

/** A call of the tracking API as facts; the first is the one it is answered for. */
export function factsOfMessage(
  { type, body }: Message,
  nowMs: number,
): [main: IncomingFact, ...others: IncomingFact[]] {
  switch (type) {
    case 'track':
      return factsOfTrack(body, nowMs)
    case 'identify':
      return factsOfIdentify(body, nowMs)
    case 'page':
      return factsOfPage(body, nowMs)
    case 'screen':
      return factsOfScreen(body, nowMs)
    case 'group':
      return factsOfGroup(body, nowMs)
    case 'alias':
      return factsOfAlias(body, nowMs)
  }
}
