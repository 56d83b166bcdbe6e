import { FACT_KINDS, type FactKind } from '../facts/kinds.ts'
import { type History, KIND_LIST, REAL } from './history.ts'

export type HistoryWriter = {
  /** Adds a fact. Facts of one person come together and in story order; retracted ones are left out by the caller. */
  add(
    personId: string,
    kind: FactKind,
    atMs: number,
    actor: string | null,
    channel: string | null,
    origin: string | null,
    campaign: string | null,
    landingPage: string | null,
    dataJson: string,
  ): void
  /** The columns. `qualifiedAt` says when each person really became qualified. */
  finish(qualifiedAt?: ReadonlyMap<string, number>): History
}

const KIND_NUMBERS = new Map(KIND_LIST.map((kind, index) => [kind, index]))
/** Texts of these are nearly all different: they are not looked up. */
const UNIQUE = new Set<FactKind>(['person.identified', 'note.written'])
const LATER = /"stage": ?"(contacted|opportunity)"/

/** A growing list of distinct values, each known by its key. */
function table<T>(first: T): { values: T[]; indexOf(key: string, make: () => T): number } {
  const values = [first]
  const known = new Map<string, number>()
  return {
    values,
    indexOf(key, make) {
      const found = known.get(key)
      if (found !== undefined) return found
      known.set(key, values.length)
      return values.push(make()) - 1
    },
  }
}

/** What a fact that is not folded, or that people did, says of reality. */
function flagsOf(kind: FactKind, json: string): number {
  if (kind === 'lead.routed') return json.includes('"to": null') || json.includes('"to":null') ? 0 : REAL.handedOver
  if (kind === 'stage.recorded')
    return (json.includes('"owner"') ? REAL.handedOver : 0) | (LATER.test(json) ? REAL.recordedLater : 0)
  if (kind === 'lead.assigned') return REAL.handedOver
  const { side, isTouch } = FACT_KINDS[kind]
  if (side !== 'sales') return 0
  const isAutomatic = isTouch === true && /"isAutomatic": ?true/.test(json)
  if (isAutomatic || kind === 'note.written') return 0
  return (
    REAL.worked |
    (isTouch === true ? REAL.touched : 0) |
    (kind === 'lead.accepted' ? REAL.accepted : 0) |
    (kind === 'lead.rejected' || kind === 'lead.disqualified' ? REAL.turnedDown : 0)
  )
}

const NOT_FOLDED: readonly FactKind[] = ['stage.recorded', 'lead.assigned', 'fact.retracted']

/**
 * What the product made up, what an import stated without the definition, and whom a manager gave a lead to is not folded
 * again: the draft decides anew.
 */
function isFolded(kind: FactKind): boolean {
  return FACT_KINDS[kind].side !== 'time' && !NOT_FOLDED.includes(kind)
}

/** Collects facts into columns that grow by doubling. */
export function historyWriter(): HistoryWriter {
  let size = 0
  let kinds = new Uint8Array(1024)
  let ats = new Float64Array(1024)
  let actorOf = new Uint32Array(1024)
  let touchOf = new Uint32Array(1024)
  let dataOf = new Uint32Array(1024)
  const people: string[] = []
  const starts: number[] = []
  const flags: number[] = []
  const actors = table('')
  const touches = table<History['touches'][number]>(null)
  const texts = table('{}')
  const grow = (): void => {
    const to = kinds.length * 2
    const wider = <T extends Uint8Array | Float64Array | Uint32Array>(made: T, old: T): T => {
      made.set(old)
      return made
    }
    kinds = wider(new Uint8Array(to), kinds)
    ats = wider(new Float64Array(to), ats)
    actorOf = wider(new Uint32Array(to), actorOf)
    touchOf = wider(new Uint32Array(to), touchOf)
    dataOf = wider(new Uint32Array(to), dataOf)
  }
  return {
    add(personId, kind, atMs, actor, channel, origin, campaign, landingPage, json) {
      if (people.length === 0 || people[people.length - 1] !== personId) {
        people.push(personId)
        starts.push(size)
        flags.push(0)
      }
      const person = people.length - 1
      flags[person] = (flags[person] ?? 0) | flagsOf(kind, json)
      if (!isFolded(kind)) return
      if (size === kinds.length) grow()
      kinds[size] = KIND_NUMBERS.get(kind) ?? 0
      ats[size] = atMs
      if (actor !== null) actorOf[size] = actors.indexOf(actor, () => actor)
      if (channel !== null || origin !== null || campaign !== null || landingPage !== null) {
        touchOf[size] = touches.indexOf(`${channel}\t${origin}\t${campaign}\t${landingPage}`, () => ({
          channel,
          origin,
          campaign,
          landingPage,
        }))
      }
      if (json !== '{}') dataOf[size] = UNIQUE.has(kind) ? texts.values.push(json) - 1 : texts.indexOf(json, () => json)
      size += 1
    },
    finish(qualifiedAt = new Map()) {
      return {
        people,
        firstOf: Uint32Array.from([...starts, size]),
        flags: Uint8Array.from(flags),
        reallyQualifiedAt: Float64Array.from(people, (id) => qualifiedAt.get(id) ?? Number.NaN),
        kind: kinds.subarray(0, size),
        at: ats.subarray(0, size),
        actor: actorOf.subarray(0, size),
        touch: touchOf.subarray(0, size),
        data: dataOf.subarray(0, size),
        actors: actors.values,
        touches: touches.values,
        texts: texts.values,
      }
    },
  }
}
