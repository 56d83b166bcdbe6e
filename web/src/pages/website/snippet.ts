export type SnippetOptions = { writeKey: string; consent: boolean; cookieless: boolean; forms: boolean }

/** The line a site puts into its pages. */
export function snippetOf(scriptUrl: string, { writeKey, consent, cookieless, forms }: SnippetOptions): string {
  const flags = [consent ? 'data-consent' : '', forms ? 'data-forms' : '', cookieless ? 'data-cookieless' : '']
  const more = flags.filter((flag) => flag !== '').map((flag) => ` ${flag}`)
  return `<script defer src="${scriptUrl}" data-key="${writeKey}"${more.join('')}></script>`
}
