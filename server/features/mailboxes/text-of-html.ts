import { convert } from 'html-to-text'

const MOST_CHARS = 400_000

/** The words of an HTML mail, without pictures, addresses of links and the mail it quotes. */
export function textOfHtml(html: string, options: { shouldQuote?: boolean } = {}): string {
  const quoted = options.shouldQuote === true ? {} : { format: 'skip' }
  try {
    return convert(html.slice(0, MOST_CHARS), {
      wordwrap: false,
      limits: { maxDepth: 60, maxInputLength: MOST_CHARS },
      selectors: [
        { selector: 'img', format: 'skip' },
        { selector: 'a', options: { ignoreHref: true } },
        { selector: 'table', format: 'block' },
        ...['blockquote', 'div.gmail_quote', 'div.yahoo_quoted', '#divRplyFwdMsg', '#appendonsend'].map((selector) => ({
          selector,
          ...(options.shouldQuote === true ? { format: 'block' } : quoted),
        })),
      ],
    })
  } catch {
    // Nested beyond reason: what stands between the tags.
    return html.replaceAll(/<[^>]*>/g, ' ').slice(0, MOST_CHARS)
  }
}
