export type Tags = { source: string; medium: string; campaign: string }

/** The address with the marks of a campaign. Marks it has already stay. */
export function tagUrl(url: string, tags: Tags): string {
  const tagged = new URL(url)
  for (const [name, value] of Object.entries(tags))
    if (!tagged.searchParams.has(`utm_${name}`)) tagged.searchParams.set(`utm_${name}`, value)
  return tagged.href
}
