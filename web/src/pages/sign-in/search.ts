import { type RawSearch, text } from '../../search.ts'

/** `next` is the address to go on to after signing in. */
export type SignInSearch = { next?: string | undefined }

/** Reads the address. Only places of this house are gone on to, never another site. */
export function parseSignInSearch(raw: RawSearch): SignInSearch {
  const next = text(raw.next)
  return { next: next !== undefined && /^\/(?![/\\])/.test(next) ? next : undefined }
}

export type InvitationSearch = { token?: string | undefined }

export function parseInvitationSearch(raw: RawSearch): InvitationSearch {
  return { token: text(raw.token) }
}
