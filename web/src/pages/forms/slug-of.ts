/** The address a title suggests: small letters, digits and hyphens, at most 60. */
export function slugOf(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
}

export function isSlug(text: string): boolean {
  return /^[a-z0-9-]{1,60}$/.test(text)
}
