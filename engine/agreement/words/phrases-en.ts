import type { Stage } from '../../lifecycle/state.ts'
import type { Duration } from '../../worktime/duration.ts'
import { deliverEn, giveEn } from './delivery-en.ts'
import { durationInWords } from './duration-in-words.ts'
import { joinWords } from './join-words.ts'
import type { Comeback, Consequence, Needs, Phrases } from './phrases.ts'
import { namedAccountsEn, poolEn, routeEn, territoryEn } from './routing-en.ts'
import { SCORING_EN } from './scoring-en.ts'
import { SILENT_EN } from './silent-en.ts'
import { numberInWords } from './value-in-words.ts'

const STAGES: Readonly<Record<Stage, string>> = {
  inquiry: 'An inquiry',
  qualified: 'A qualified lead',
  accepted: 'An accepted lead',
  contacted: 'A contacted lead',
  opportunity: 'An opportunity',
  won: 'A customer won',
}
const THEN: Readonly<Record<Consequence, string>> = {
  'route again': 'it is given to somebody else',
  'back to marketing': 'it goes back to marketing',
  close: 'it is closed',
  nurture: 'it is closed for sales, and marketing stays in touch',
}
const PARTS: Readonly<Record<number, string>> = { 0.5: 'half of the time', 0.75: 'three quarters of the time' }

const long = (duration: Duration): string => durationInWords(duration, 'en')
const number = (value: number): string => numberInWords(value, 'en')
const count = (amount: number, one: string, many = `${one}s`): string =>
  `${number(amount)} ${amount === 1 ? one : many}`

function needsInWords(needs: Needs | null): string {
  if (needs === null) return 'After a conversation'
  if (needs.clause === null) return 'After a conversation, or one attempt'
  return `After a conversation, or the ${number(needs.attempts)} attempts of ${needs.clause}`
}

function comebackInWords(comeback: Comeback): string {
  if (comeback === null) return 'it is closed'
  return comeback === 'at a date given'
    ? 'it comes back as a new attempt on the date given'
    : `it comes back as a new attempt after ${long(comeback)}`
}

function clocksInWords(clocks: readonly string[]): string {
  return clocks.length === 0 ? '' : ` (for ${joinWords(clocks, 'and')})`
}

/** The clauses in English. */
export const PHRASES_EN: Phrases = {
  party: (side, team, signs) => {
    const who =
      typeof signs !== 'number'
        ? `${joinWords(signs, 'and')} ${signs.length === 1 ? 'signs' : 'sign'}`
        : signs === 1
          ? 'one signature is enough'
          : `${number(signs)} signatures are needed`
    return `The team “${team}” stands for ${side}; ${who}.`
  },
  calendar(zone, hours, { place, dates, away }) {
    const free = [
      place === null ? null : `the public holidays of ${place}`,
      dates.length === 0 ? null : dates.length > 6 ? count(dates.length, 'further day') : joinWords(dates, 'and'),
    ].filter((each) => each !== null)
    const closed =
      away === 0
        ? ''
        : ` The company is closed ${away === 1 ? 'for one period' : `for ${number(away)} periods`} besides.`
    return `Working time is ${hours}, by the clock of ${zone}${free.length === 0 ? '' : `; free are ${joinWords(free, 'and')}`}.${closed}`
  },
  points: (points, condition) =>
    points < 0
      ? `${count(-points, 'point')} ${points === -1 ? 'is' : 'are'} taken away when ${condition}.`
      : `${count(points, 'point')} when ${condition}.`,
  eachTime(points, does, provided, atMostPerDay) {
    const given =
      points < 0 ? `${count(-points, 'point')} ${points === -1 ? 'is' : 'are'} taken away` : count(points, 'point')
    return `${given} each time somebody ${does}${provided === null ? '' : `, provided ${provided}`}${atMostPerDay === null ? '' : `; at most ${count(atMostPerDay, 'point')} a day`}.`
  },
  halfLife: (duration) => `Points for what somebody did lose half their worth every ${long(duration)}.`,
  letters: ({ A, B, C }) =>
    `The letter of the grade is A from ${number(A)} points for who they are, B from ${number(B)}, C from ${number(C)}, and D below.`,
  numbers: (at) =>
    `The number of the grade is 1 from ${number(at[1])} points for what they did, 2 from ${number(at[2])}, 3 from ${number(at[3])}, and 4 below.`,
  stage: (stage, owner, knownAs, evidence) =>
    `${STAGES[stage]}${knownAs === null ? '' : ` (${knownAs})`} belongs to ${owner}${evidence.length === 0 ? '' : `; the evidence is ${joinWords(evidence, 'and')}`}.`,
  qualified: (condition) => `A lead is qualified when ${condition}.`,
  scoring: SCORING_EN,
  route: routeEn,
  pool: poolEn,
  territory: territoryEn,
  namedAccounts: namedAccountsEn,
  nobodyFree: (keepFor, tell) =>
    `When nobody is free, the lead is kept for ${long(keepFor)}; then ${tell} is told, and somebody is looked for again.`,
  deliver: deliverEn,
  give: giveEn,
  feedback: (within) => `Marketing answers what sales reports back within ${long(within)}.`,
  acceptance: (within) => `Sales accepts or rejects every lead within ${long(within)}.`,
  firstContact: (terms, otherwise) =>
    terms.length === 0
      ? `Sales makes the first contact within ${long(otherwise)}.`
      : `Sales makes the first contact within ${terms.map(({ term, grades }) => `${long(term)} for ${joinWords(grades, 'and')}`).join(', ')}, and ${long(otherwise)} for every other grade.`,
  attempts: (atLeast, over) =>
    `Sales tries at least ${atLeast === 1 ? 'once' : `${number(atLeast)} times`} over ${long(over)} before giving up.`,
  verdict: (within) => `Sales gives a verdict, with its reason, within ${long(within)} of the first conversation.`,
  nextStep: (within) => `Every open deal has a next step, never older than ${long(within)}.`,
  warn: (part, whom) => `When ${PARTS[part] ?? `${number(part * 100)} % of the time`} is gone, ${whom} is warned.`,
  breach: (whom) => `When a promise is broken, ${whom} hear${whom.includes(' and ') ? '' : 's'} of it.`,
  reassign: (after, clocks, atMost) =>
    `${long(after)} after a broken promise, a lead nobody has contacted is given to somebody else${clocksInWords(clocks)}, at most ${atMost === 1 ? 'once' : `${number(atMost)} times`}.`,
  tell: (after, clocks, whom) =>
    `${long(after)} after a broken promise, ${whom} hear${whom.includes(' and ') ? '' : 's'} of it${clocksInWords(clocks)}.`,
  reject: (reason, then) => `Before any contact, sales may reject a lead as “${reason}”: ${THEN[then]}.`,
  disqualify: (reason, needs, comeback, asks) =>
    `${needsInWords(needs)}, sales may disqualify a lead for “${reason}”: ${comebackInWords(comeback)}${asks === null ? '' : `, and sales notes: ${asks}`}.`,
  returns: (after) =>
    `An open lead of whom nothing was heard for ${long(after)} is over: when they come back, a new attempt begins.`,
  runningClocks: (what) =>
    what === 'keep'
      ? 'Clocks that run when this version comes into force keep their terms.'
      : 'Clocks that run when this version comes into force take the new terms, counted from their start; none of them runs out before half of its new term has passed from then, unless it was due sooner anyway.',
  limit: 'Points for who they are stay between 0 and 100.',
  noRoute: 'No routing clause holds: the lead goes to nobody, and the manager hears of it.',
  silent: SILENT_EN,
}
