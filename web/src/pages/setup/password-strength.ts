export const MIN_PASSWORD = 10
export type Strength = 'short' | 'weak' | 'fair' | 'good'

const COMMON = [
  'password',
  'motdepasse',
  'azerty',
  'qwerty',
  '123456',
  'ensemble',
  'admin',
  'bonjour',
  'soleil',
  'welcome',
  'letmein',
]

/** A hint, not a gate: length counts most, then variety; what a guesser tries first counts for nothing. */
export function passwordStrength(password: string, known: readonly string[]): Strength {
  if (password.length < MIN_PASSWORD) return 'short'
  const lower = password.toLowerCase()
  const guessable = [
    ...COMMON,
    ...known.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 3),
  ]
  const rest = guessable.reduce((text, word) => text.replaceAll(word, ''), lower)
  const different = new Set(rest).size
  if (rest.length < 6 || different < 5) return 'weak'
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password)).length
  const worth = rest.length + (kinds - 1) * 2 + different / 2
  return worth >= 22 ? 'good' : worth >= 15 ? 'fair' : 'weak'
}
