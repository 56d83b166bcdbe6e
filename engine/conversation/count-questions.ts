const LATIN = /[?？؟]+(?=[!"'”’»)\]]*(?:\s|$))|？/gu
const GREEK = /[\p{Script=Greek}][^.;!?]*[;\u037e](?=\s|$)/gu

/** Sentences that end in a question mark, of whatever script; in Greek text the mark is ";". "?!" and "???" count once. */
export function countQuestions(text: string): number {
  const latin = text.match(LATIN)?.length ?? 0
  return latin + (text.match(GREEK)?.length ?? 0)
}
