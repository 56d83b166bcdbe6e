/** What a dialog about a deal became: the facts to record, of the deal's own person. */
export type Answer = {
  facts: { kind: string; data: Record<string, unknown>; at?: string }[]
  /** Evidence, recorded first by itself: of facts of one moment nobody knows which comes first. It stays when the rest is undone. */
  before?: { kind: string; data: Record<string, unknown> }[]
  /** Facts that were recorded on the way, by an upload: undone together with the others. */
  alsoRecorded?: readonly string[]
}

/** Records an answer. Null once it is stored, else why it was refused: the dialog stays, with what was typed. */
export type OnAnswer = (answer: Answer) => Promise<Error | null>
