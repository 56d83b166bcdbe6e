import { explainFailure } from '../mail/send-by-smtp.ts'
import { certificateTrouble } from './explain-imap.ts'
import type { Server, Trouble } from './mailbox.ts'

/** What is wrong with a connection to the server a mailbox sends by, in words, and what to do. */
export function explainSmtp(error: unknown, smtp: Server): Trouble {
  const certificate = certificateTrouble(error, smtp)
  if (certificate !== null) return certificate
  const { how, what, mend } = explainFailure(error, smtp)
  const isPassword = /does not accept the user or the password/.test(what)
  return { code: isPassword ? 'password' : how, what, mend }
}
