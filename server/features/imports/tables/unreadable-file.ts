/** A file that cannot be read as a table. The message says what it is; `mend` says what to do. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile'
  readonly mend: string

  constructor(message: string, mend: string) {
    super(message)
    this.mend = mend
  }
}
