/** A failure that the person running Ensemble can mend: its message says what, where and what to do, so it is shown without a stack. */
export class ExplainedError extends Error {
  override name = 'ExplainedError'
}
