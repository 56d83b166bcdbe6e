const YES = new Set([
  'true',
  'yes',
  'y',
  '1',
  'x',
  'on',
  'oui',
  'vrai',
  'ja',
  'wahr',
  'si',
  'sí',
  'verdadero',
  'sim',
  'verdadeiro',
])
const NO = new Set(['false', 'no', 'n', '0', 'off', 'non', 'faux', 'nein', 'falsch', 'falso', 'nao', 'não'])

/** Yes or no in five languages; null when it is neither. */
export function readBoolean(text: string): boolean | null {
  const word = text.trim().toLowerCase()
  if (YES.has(word)) return true
  return NO.has(word) ? false : null
}
