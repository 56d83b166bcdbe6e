import type { Trouble } from './mailbox.ts'

/** A mail server that does not let us in, with what is wrong and what to do. */
export class MailTrouble extends Error {
  readonly trouble: Trouble

  constructor(trouble: Trouble) {
    super(trouble.what)
    this.trouble = trouble
  }
}
