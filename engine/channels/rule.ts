/** What a condition looks at. `kind` is that of the source, else of the referring host: search, social, video or email. */
export const RULE_FIELDS = ['medium', 'source', 'campaign', 'referrer', 'kind', 'click id', 'channel'] as const
export const RULE_OPS = ['is', 'is not', 'contains', 'starts with', 'is known', 'is unknown'] as const

export type RuleField = (typeof RULE_FIELDS)[number]
export type RuleOp = (typeof RULE_OPS)[number]

/** Holds when one of the values fits (`is not`: when none does). Values are compared in their plain form. */
export type RuleCondition = { field: RuleField; op: RuleOp; values: readonly string[] }

/** A touch all of whose conditions hold goes to this channel. */
export type ChannelRule = { channel: string; when: readonly RuleCondition[] }

/** What is known of where a touch came from. Null where it is not. */
export type Signals = {
  medium: string | null
  source: string | null
  campaign: string | null
  /** Host of the page before, without `www.`; null for a step within the site. */
  referrer: string | null
  /** First folder of the page before, for hosts that are many things (`orange.fr/webmail`). */
  referrerFolder: string | null
  /** Names of the marks of ad platforms in the address, such as `gclid`. */
  clickIds: readonly string[]
  /** The channel in the words of the record, where that is all there is. */
  channel: string | null
}
