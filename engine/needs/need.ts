/** What speaks for a need: `n` pages read, words used, or deals lost, of `of` where that is a share. */
export type NeedEvidence = {
  kind: 'pages' | 'words' | 'lost deals' | 'people like them'
  text: string
  n: number
  of: number | null
  /** The product that deals lost for it have in common with theirs. */
  about?: string
  facts: readonly string[]
}

export type NeedStatus = 'open' | 'confirmed' | 'refuted' | 'resolved'

/** One thing that was said of a need, in the order of the story. */
export type NeedEvent = {
  fact: string
  verdict: 'stated' | 'supported' | 'confirmed' | 'refuted' | 'reopened' | 'resolved'
  at: number
  by: string | null
  quote: string | null
  note: string | null
  /** The fact in which it was said. */
  in: string | null
  offered: { kind: string; name: string } | null
}

/** What somebody needs, with everything that was said of it. */
export type Need = {
  id: string
  /** As it was worded last. */
  need: string
  topic: string | null
  /** The prospect said it. A hypothesis becomes known when it is confirmed with their words. */
  isKnown: boolean
  status: NeedStatus
  statedAt: number
  /** When it came to the status it has; null while it has never been judged. */
  judgedAt: number | null
  quotes: { quote: string; fact: string; in: string | null; at: number }[]
  evidence: NeedEvidence[]
  offered: { kind: string; name: string } | null
  events: NeedEvent[]
}
