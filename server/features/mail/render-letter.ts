import type { Letter } from './send-by-smtp.ts'

export type Line = { text: string; detail?: string; url?: string }
/** A letter before it is written: a heading, lines of which each may lead somewhere, one button, and a word at the foot. */
export type Draft = {
  language: 'en' | 'fr'
  subject: string
  greeting: string
  intro: string
  /** Words of whoever sends it, each line a paragraph. */
  note?: string
  parts: readonly { title: string; lines: readonly Line[] }[]
  button?: { text: string; url: string }
  foot: readonly { text: string; url?: string }[]
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** One line without control characters: a name from outside cannot begin a line or a header. */
export function plain(text: string, most = 200): string {
  const cleaned = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  return cleaned.length > most ? `${cleaned.slice(0, most - 1)}…` : cleaned
}

function paragraphsOf(note = ''): string[] {
  return note
    .split(/\r?\n/)
    .map((line) => plain(line, 1_000))
    .filter((line) => line !== '')
}

function textOf({ greeting, intro, note, parts, button, foot }: Draft): string {
  const lines = parts.flatMap(({ title, lines }) => [
    ...(title === '' ? [] : ['', title.toUpperCase()]),
    ...lines.flatMap((line) => [
      '',
      `- ${plain(line.text)}`,
      ...(line.detail ? [`  ${plain(line.detail)}`] : []),
      ...(line.url ? [`  ${line.url}`] : []),
    ]),
  ])
  const call = button === undefined ? [] : ['', `${button.text}: ${button.url}`]
  const end = foot.map(({ text, url }) => (url === undefined ? text : `${text}: ${url}`))
  const own = paragraphsOf(note).flatMap((line) => ['', line])
  return [greeting, '', intro, ...own, ...lines, ...call, '', '-- ', ...end, ''].join('\n')
}

const INK = '#1c1f23'
const QUIET = '#5f6670'
const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

function lineHtml({ text, detail, url }: Line): string {
  const name = escaped(plain(text))
  const head =
    url === undefined
      ? name
      : `<a href="${escaped(url)}" style="color:${INK};font-weight:600;text-decoration:underline">${name}</a>`
  const under =
    detail === undefined || detail === '' ? '' : `<br><span style="color:${QUIET}">${escaped(plain(detail))}</span>`
  return `<tr><td style="padding:10px 0;border-bottom:1px solid #e4e6ea;${FONT};font-size:15px;line-height:22px;color:${INK}">${head}${under}</td></tr>`
}

function htmlOf({ language, subject, greeting, intro, note, parts, button, foot }: Draft): string {
  const paragraph = (text: string) =>
    `<p style="margin:0 0 12px;${FONT};font-size:15px;line-height:22px;color:${INK}">${escaped(text)}</p>`
  const body = parts.map(
    ({ title, lines }) =>
      `${title === '' ? '' : `<h2 style="margin:20px 0 4px;${FONT};font-size:13px;color:${QUIET};font-weight:600">${escaped(title)}</h2>`}<table role="presentation" width="100%" cellpadding="0" cellspacing="0">${lines.map(lineHtml).join('')}</table>`,
  )
  const call =
    button === undefined
      ? ''
      : `<p style="margin:24px 0"><a href="${escaped(button.url)}" style="${FONT};font-size:15px;font-weight:600;color:#ffffff;background:#2f5d50;padding:10px 18px;border-radius:6px;text-decoration:none;display:inline-block">${escaped(button.text)}</a></p>`
  const end = foot
    .map(({ text, url }) =>
      url === undefined ? escaped(text) : `<a href="${escaped(url)}" style="color:${QUIET}">${escaped(text)}</a>`,
    )
    .join(' · ')
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head><body style="margin:0;padding:24px 16px;background:#ffffff"><div style="max-width:560px;margin:0 auto">${paragraph(greeting)}${paragraph(intro)}${paragraphsOf(note).map(paragraph).join('')}${body.join('')}${call}<p style="margin:28px 0 0;${FONT};font-size:12px;line-height:18px;color:${QUIET}">${end}</p></div></body></html>`
}

/** Writes a letter as plain text and as simple HTML that says the same. */
export function renderLetter(draft: Draft): Letter {
  return { subject: plain(draft.subject, 150), text: textOf(draft), html: htmlOf(draft) }
}
