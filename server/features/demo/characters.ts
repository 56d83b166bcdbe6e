/** How a seller works. Minutes are working minutes of their own calendar. */
export type Character = {
  /** Median minutes until a lead is accepted, and the deviation of its logarithm. */
  acceptMinutes: number
  acceptSpread: number
  /** Median minutes from accepting to the first call. */
  callMinutes: number
  /** How many times they try before they let it be. */
  attempts: readonly [number, number]
  /** Factor on the odds that a conversation leads somewhere, and that a deal is won. */
  skill: number
  /** Share of verdicts that come with a word to marketing. */
  tells: number
  /** Share of leads they let lie for a day or two. */
  forgets: number
}

export const CHARACTERS = {
  quick: {
    acceptMinutes: 9,
    acceptSpread: 0.8,
    callMinutes: 7,
    attempts: [6, 8],
    skill: 1.35,
    tells: 0.6,
    forgets: 0.01,
  },
  steady: {
    acceptMinutes: 28,
    acceptSpread: 0.7,
    callMinutes: 22,
    attempts: [6, 7],
    skill: 1.1,
    tells: 0.45,
    forgets: 0.03,
  },
  average: {
    acceptMinutes: 60,
    acceptSpread: 0.9,
    callMinutes: 50,
    attempts: [4, 7],
    skill: 1,
    tells: 0.3,
    forgets: 0.06,
  },
  slow: {
    acceptMinutes: 115,
    acceptSpread: 0.8,
    callMinutes: 100,
    attempts: [2, 5],
    skill: 0.85,
    tells: 0.15,
    forgets: 0.12,
  },
  uneven: {
    acceptMinutes: 25,
    acceptSpread: 1.3,
    callMinutes: 40,
    attempts: [1, 8],
    skill: 1.15,
    tells: 0.35,
    forgets: 0.18,
  },
} as const satisfies Record<string, Character>

export type CharacterName = keyof typeof CHARACTERS
export const CHARACTER_NAMES = [
  'quick',
  'steady',
  'average',
  'slow',
  'uneven',
] as const satisfies readonly CharacterName[]
