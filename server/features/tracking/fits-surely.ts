import type { MessageType } from './contract.ts'
import { isLoose, type Loose } from './loose.ts'

/** A moment as `toISOString` writes it, of days that every month has. */
const MOMENT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?Z$/

function isText(value: unknown, max: number): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.length <= max)
}

function isMoment(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && MOMENT.test(value))
}

function isGroup(value: unknown): boolean {
  return value === undefined || value === null || isLoose(value)
}

/**
 * A quick yes for the pages and events that nearly all messages are. Of everything else it says no, and the schema decides and names what is wrong: what
 * this lets through, the schema lets through unchanged.
 */
export function fitsSurely(type: MessageType, raw: Loose): boolean {
  if (type !== 'page' && type !== 'track') return false
  if (type === 'track' && !(typeof raw.event === 'string' && raw.event.length > 0 && raw.event.length <= 200))
    return false
  if (type === 'page' && !(isText(raw.name, 200) && isText(raw.category, 200))) return false
  return (
    isText(raw.userId, 200) &&
    isText(raw.anonymousId, 200) &&
    isText(raw.messageId, 190) &&
    isMoment(raw.timestamp) &&
    isMoment(raw.originalTimestamp) &&
    isMoment(raw.sentAt) &&
    isGroup(raw.context) &&
    isGroup(raw.integrations) &&
    isGroup(raw.properties)
  )
}
