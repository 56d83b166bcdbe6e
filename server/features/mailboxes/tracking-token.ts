import { createHmac, timingSafeEqual } from 'node:crypto'

const ID_BYTES = 16
const SIGNATURE_BYTES = 12

/** What a tracked mail is known by when it is opened or a link in it is followed. `place` is the link's, -1 for an opening. */
export function trackingToken(secret: string, outgoingId: string, place: number): string {
  const told = Buffer.alloc(ID_BYTES + 2)
  Buffer.from(outgoingId.replaceAll('-', ''), 'hex').copy(told)
  told.writeInt16BE(place, ID_BYTES)
  return Buffer.concat([told, signatureOf(secret, told)]).toString('base64url')
}

/** Null when it was not signed here. */
export function readTrackingToken(secret: string, token: string): { outgoingId: string; place: number } | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== ID_BYTES + 2 + SIGNATURE_BYTES) return null
  const told = bytes.subarray(0, ID_BYTES + 2)
  if (!timingSafeEqual(bytes.subarray(ID_BYTES + 2), signatureOf(secret, told))) return null
  const hex = told.subarray(0, ID_BYTES).toString('hex')
  return {
    outgoingId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    place: told.readInt16BE(ID_BYTES),
  }
}

function signatureOf(secret: string, told: Buffer): Buffer {
  return createHmac('sha256', `mail tracking:${secret}`).update(told).digest().subarray(0, SIGNATURE_BYTES)
}
