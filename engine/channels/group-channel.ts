import { type KnownHost, knownHost, knownSource } from './hosts.ts'
import { plainName } from './plain-name.ts'
import type { ChannelRule, RuleCondition, Signals } from './rule.ts'

export type Grouping = {
  /** The channel of a touch; null when the touch tells nothing but a campaign's name. */
  channelOf(signals: Signals): string | null
  /** Place of the rule that decides, from 0; null when none does. */
  ruleOf(signals: Signals): number | null
}

type Read = {
  medium: string | null
  source: string | null
  campaign: string | null
  referrer: string | null
  kind: string | null
  channel: string | null
  clickIds: readonly string[]
}
type Test = (read: Read) => boolean

/**
 * Compiles rules in their order: the first all of whose conditions hold decides. Where none does: nothing known is `direct`,
 * a medium of the company's own is a channel of that name, a record keeps its own word, a known source is `other`.
 * `own` adds hosts (or `host/folder`) to those the product knows.
 */
export function compileRules(rules: readonly ChannelRule[], own: ReadonlyMap<string, KnownHost> = new Map()): Grouping {
  const tests = rules.map(({ when }) => when.map(testOf))
  const indexOf = (read: Read): number => tests.findIndex((conditions) => conditions.every((test) => test(read)))
  return {
    channelOf(signals) {
      const read = readSignals(signals, own)
      const index = indexOf(read)
      return index === -1 ? otherwise(read) : (rules[index]?.channel ?? null)
    },
    ruleOf(signals) {
      const index = indexOf(readSignals(signals, own))
      return index === -1 ? null : index
    },
  }
}

function otherwise(read: Read): string | null {
  if (read.medium !== null) return read.medium
  if (read.channel !== null) return read.channel
  if (read.source !== null || read.clickIds.length > 0 || read.referrer !== null) return 'other'
  return read.campaign === null ? 'direct' : null
}

function plain(text: string | null): string | null {
  const value = text === null ? '' : plainName(text)
  return value === '' ? null : value
}

function readSignals(signals: Signals, own: ReadonlyMap<string, KnownHost>): Read {
  const source = plain(signals.source)
  const referrer = signals.referrer?.toLowerCase() ?? null
  const ofSource = source === null ? null : knownSource(source, own)
  const ofHost = referrer === null ? null : knownHost(referrer, signals.referrerFolder?.toLowerCase() ?? null, own)
  return {
    medium: plain(signals.medium),
    source,
    campaign: plain(signals.campaign),
    referrer,
    kind: ofSource?.kind ?? ofHost?.kind ?? null,
    channel: plain(signals.channel),
    clickIds: signals.clickIds.map((name) => name.toLowerCase()),
  }
}

function testOf({ field, op, values }: RuleCondition): Test {
  if (field === 'referrer') return testOfReferrer(op, values)
  if (field === 'click id') return testOfClickIds(op, values)
  const wanted = values.map(plainName).filter((value) => value !== '')
  const set = new Set(wanted)
  switch (op) {
    case 'is':
      return (read) => has(set, read[field])
    case 'is not':
      return (read) => !has(set, read[field])
    case 'contains':
      return (read) => some(wanted, read[field], (text, part) => text.includes(part))
    case 'starts with':
      return (read) => some(wanted, read[field], (text, part) => text.startsWith(part))
    case 'is known':
      return (read) => read[field] !== null
    case 'is unknown':
      return (read) => read[field] === null
  }
}

function has(set: ReadonlySet<string>, text: string | null): boolean {
  return text !== null && set.has(text)
}

function some(wanted: readonly string[], text: string | null, fits: (text: string, part: string) => boolean): boolean {
  return text !== null && wanted.some((part) => fits(text, part))
}

/** A host is also one that lies under it: `example.org` fits `blog.example.org`. */
function testOfReferrer(op: RuleCondition['op'], values: readonly string[]): Test {
  const hosts = values.map((value) =>
    value
      .trim()
      .toLowerCase()
      .replace(/^www\./, ''),
  )
  const lies = (host: string | null) => host !== null && hosts.some((one) => host === one || host.endsWith(`.${one}`))
  switch (op) {
    case 'is':
      return (read) => lies(read.referrer)
    case 'is not':
      return (read) => !lies(read.referrer)
    case 'contains':
      return (read) => some(hosts, read.referrer, (text, part) => text.includes(part))
    case 'starts with':
      return (read) => some(hosts, read.referrer, (text, part) => text.startsWith(part))
    case 'is known':
      return (read) => read.referrer !== null
    case 'is unknown':
      return (read) => read.referrer === null
  }
}

function testOfClickIds(op: RuleCondition['op'], values: readonly string[]): Test {
  const wanted = values.map((value) => value.trim().toLowerCase())
  const fits = (read: Read) => read.clickIds.some((id) => wanted.includes(id))
  switch (op) {
    case 'is':
      return fits
    case 'is not':
      return (read) => !fits(read)
    case 'contains':
      return (read) => read.clickIds.some((id) => wanted.some((part) => id.includes(part)))
    case 'starts with':
      return (read) => read.clickIds.some((id) => wanted.some((part) => id.startsWith(part)))
    case 'is known':
      return (read) => read.clickIds.length > 0
    case 'is unknown':
      return (read) => read.clickIds.length === 0
  }
}
