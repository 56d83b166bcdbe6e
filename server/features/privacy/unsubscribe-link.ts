import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from '../../context.ts'

export type UnsubscribeLink = {
  /** The address for the foot of a mail: a page with one button, for a person. It never runs out. */
  url: string
  /** To be set on the mail as they are (RFC 2369, RFC 8058): the mail program then shows its own button and posts without a page. */
  headers: { 'List-Unsubscribe': string; 'List-Unsubscribe-Post': string }
}

const SIGNATURE_BYTES = 16
const PERSON_BYTES = 16

/**
 * The link by which a person takes back one purpose without signing in. `purpose` is a key of `consent_purposes`, such as
 * `marketing-email`. Nothing is stored: the token carries person and purpose, signed by the house's secret.
 */
export function unsubscribeLinkOf(
  ctx: Pick<Context, 'secret' | 'publicUrl'>,
  personId: string,
  purpose: string,
): UnsubscribeLink {
  const told = Buffer.concat([Buffer.from(personId.replaceAll('-', ''), 'hex'), Buffer.from(purpose)])
  const token = Buffer.concat([told, signatureOf(ctx.secret, told)]).toString('base64url')
  const url = `${ctx.publicUrl}/u/${token}`
  return { url, headers: { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } }
}

/** Whom and what a token is about; null when it was not signed here or was cut. */
export function readUnsubscribeToken(
  ctx: Pick<Context, 'secret'>,
  token: string,
): { personId: string; purpose: string } | null {
  const bytes = Buffer.from(token, 'base64url')
  const told = bytes.subarray(0, -SIGNATURE_BYTES)
  if (told.length <= PERSON_BYTES) return null
  if (!timingSafeEqual(bytes.subarray(-SIGNATURE_BYTES), signatureOf(ctx.secret, told))) return null
  const personId = told
    .subarray(0, PERSON_BYTES)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { personId, purpose: told.subarray(PERSON_BYTES).toString() }
}

function signatureOf(secret: string, told: Buffer): Buffer {
  return createHmac('sha256', `unsubscribe:${secret}`).update(told).digest().subarray(0, SIGNATURE_BYTES)
}
