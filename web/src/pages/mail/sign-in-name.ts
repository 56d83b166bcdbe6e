import type { MailboxView } from './queries.ts'

const NAMES = { google: 'Google', microsoft: 'Microsoft' } as const

/** Where a mailbox is signed in, for people. */
export function signInName({ signIn, imap }: Pick<MailboxView, 'signIn' | 'imap'>): string {
  return signIn === 'google' || signIn === 'microsoft' ? NAMES[signIn] : imap.host
}
