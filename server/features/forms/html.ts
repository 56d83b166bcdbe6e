/** Markup that is safe to send as it is. */
export type Html = { readonly markup: string }
type Part = Html | string | number | null | false | undefined | readonly Part[]

/** Builds markup; everything put into it is escaped unless it is markup itself. Null and false are nothing. */
export function html(texts: TemplateStringsArray, ...parts: Part[]): Html {
  return {
    markup: texts.reduce((all, text, index) => `${all}${index === 0 ? '' : written(parts[index - 1])}${text}`, ''),
  }
}

function written(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'string') return escaped(part)
  if (typeof part === 'number') return String(part)
  if ('markup' in part) return part.markup
  return part.map(written).join('')
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
