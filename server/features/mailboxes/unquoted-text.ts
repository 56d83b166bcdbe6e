/** Lines with which mail programs begin what they quote, in the languages they speak. */
const HEADS = [
  /^\s*(?:on|le|am|el|em|op|il giorno)\b.{3,200}(?:wrote|a écrit|schrieb[^:]{0,120}|escribió|escreveu|schreef|ha scritto)\s*:?\s*$/i,
  /^\s*-{2,}\s*(?:original message|message d’origine|message d'origine|ursprüngliche nachricht|mensaje original|mensagem original|forwarded message|message transféré)\s*-{2,}\s*$/i,
  /^\s*_{10,}\s*$/,
]
const OUTLOOK_HEAD = /^\s*\*?(?:from|de|von)\s*:\*?\s.+/i
const OUTLOOK_NEXT = /^\s*\*?(?:sent|date|envoyé|gesendet|enviado|datum|to|à|an|para)\s*:\*?\s.+/i
/** A head may be broken over two lines. */
const HEAD_START = /^\s*(?:on|le|am|el|em)\b.{10,}$/i

/** What somebody wrote themselves: without the quoted mail below, quoted lines and the signature. */
export function unquotedText(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  const kept: string[] = []
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1] ?? ''
    const isHead =
      HEADS.some((head) => head.test(line)) ||
      (HEAD_START.test(line) && HEADS.some((head) => head.test(`${line} ${next}`))) ||
      (OUTLOOK_HEAD.test(line) && OUTLOOK_NEXT.test(next))
    // A head after which nothing is quoted stands in somebody's own words, above the answer: what follows is read on.
    if (isHead && !isAnsweredBelow(lines, index + 1)) break
    if (isHead || /^\s*>/.test(line)) continue
    if (/^--\s?$/.test(line)) break
    kept.push(line)
  }
  return kept.join('\n').trim()
}

/** Answers written below the quoted text: quoted lines come first, own words after them. */
function isAnsweredBelow(lines: readonly string[], from: number): boolean {
  const rest = lines.slice(from)
  const first = rest.findIndex((line) => line.trim() !== '')
  if (first === -1 || !/^\s*>/.test(rest[first] ?? '')) return false
  return rest.slice(first).some((line) => line.trim() !== '' && !/^\s*>/.test(line))
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })
const MOST_CHARS = 100_000

/** How many words a text has, in any script. */
export function countWords(text: string): number {
  let words = 0
  for (const { isWordLike } of segmenter.segment(text.slice(0, MOST_CHARS))) if (isWordLike) words++
  return words
}
