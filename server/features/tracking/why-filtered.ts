import type { BlockList } from 'node:net'
import { isbot } from 'isbot'
import { group, textIn } from './loose.ts'
import type { Message } from './message.ts'
import { remembered } from './remembered.ts'
import { isInNetworks, networksOf } from './staff-network.ts'
import type { WebsiteSettings } from './website-settings.ts'

export type Filtered = 'bot' | 'staff'
/** Who sends, as far as the connection tells. The address is looked at and never stored. */
export type Sender = { ip: string; userAgent: string | undefined }

/** Many visitors have the same browser: an expression of hundreds of alternatives need not read its name each time. */
const isBot = remembered(isbot, 2_000)

let built: { of: readonly string[]; list: BlockList } | null = null

function staffList(texts: readonly string[]): BlockList {
  if (built?.of !== texts) built = { of: texts, list: networksOf(texts) }
  return built.list
}

/** Why an event is counted and not stored: a program reads the page, or a colleague does. Null for a visitor. */
export function whyFiltered({ body }: Message, sender: Sender, settings: WebsiteSettings): Filtered | null {
  const { context } = body
  const library = textIn(group(context, 'library'), ['name'])
  const isBrowser = library === undefined || !/node|python|ruby|php|java$|\bgo\b|net\b|server/i.test(library)
  const isOwn = library === 'ensemble.js'
  if (isOwn && group(context, 'staff').isStaff === true) return 'staff'
  // A server sends for its visitors: its own address and user agent say nothing of them.
  const isDirect = isOwn || library === 'analytics.js'
  if (settings.staffNetworks.length > 0) {
    const ip = isDirect ? sender.ip : textIn(context, ['ip'], 60)
    if (ip !== undefined && isInNetworks(staffList(settings.staffNetworks), ip)) return 'staff'
  }
  if (settings.countsBots || !isBrowser) return null
  const agent = textIn(context, ['userAgent'], 1_000) ?? (isDirect ? sender.userAgent : undefined)
  return agent !== undefined && isBot(agent) ? 'bot' : null
}
