/**
 * A campaign's name as everybody spells it: lower case, one space for every run of blanks, dashes, underscores and pluses,
 * so that `Spring_Sale`, `spring-sale` and `spring%20sale` once decoded are one. Empty when nothing is left.
 */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_+\-\u2010-\u2015]+/gu, ' ')
    .trim()
}
