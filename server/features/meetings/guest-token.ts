import { createHmac, timingSafeEqual } from 'node:crypto'

type Secret = { secret: string }
const MAC_BYTES = 18

function macOf({ secret }: Secret, purpose: string, text: string): Buffer {
  return createHmac('sha256', secret).update(`ensemble ${purpose}\n${text}`).digest().subarray(0, MAC_BYTES)
}

/** Compares as text: several spellings of base64 mean the same bytes, and only ours is an address. */
function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** What a guest moves or cancels their meeting by: the meeting, and a signature of this installation. */
export function guestToken(ctx: Secret, meetingId: string): string {
  const id = Buffer.from(meetingId.replaceAll('-', ''), 'hex').toString('base64url')
  return `${id}.${macOf(ctx, 'meeting', meetingId).toString('base64url')}`
}

/** The meeting of a guest's token, or null when we did not sign it. */
export function meetingOfToken(ctx: Secret, token: string): string | null {
  const [id = ''] = token.split('.')
  const hex = Buffer.from(id, 'base64url').toString('hex')
  if (hex.length !== 32) return null
  const meetingId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return isSame(token, guestToken(ctx, meetingId)) ? meetingId : null
}

/** The secret part of a feed's address; a new generation makes those before it void. */
export function feedToken(ctx: Secret, lane: number, generation: number): string {
  return `${lane}-${generation}-${macOf(ctx, 'calendar feed', `${lane}-${generation}`).toString('base64url')}`
}

export function laneOfFeed(ctx: Secret, token: string): { lane: number; generation: number } | null {
  const match = /^(\d{1,9})-(\d{1,9})-([\w-]+)$/.exec(token)
  if (match === null) return null
  const [, lane = '', generation = ''] = match
  if (!isSame(token, feedToken(ctx, Number(lane), Number(generation)))) return null
  return { lane: Number(lane), generation: Number(generation) }
}
