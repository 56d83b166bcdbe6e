import { type Html, html } from './html.ts'
import { type Language, PHRASES } from './phrases.ts'
import { STYLE } from './style.ts'

type Page = { language: Language; company: string; title: string; otherLanguage: string | null; body: Html }

/** A whole page: no script, its own style, readable in both languages and by every reader. */
export function page({ language, company, title, otherLanguage, body }: Page): string {
  const other = language === 'en' ? 'fr' : 'en'
  const link =
    otherLanguage === null
      ? null
      : html`<a href="${otherLanguage}" hreflang="${other}" lang="${other}">${PHRASES[language].otherLanguage}</a>`
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}${company === '' ? '' : ` · ${company}`}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
<header><span class="company">${company}</span>${link}</header>
<main>
${body}
</main>
</body>
</html>
`.markup
}

/** A page that only says something: thanks, closed, wait. */
export function saying(title: string, sentences: readonly string[], after: Html | null = null): Html {
  return html`<section class="card said" role="status">
<h1>${title}</h1>
${sentences.map((sentence) => html`<p>${sentence}</p>`)}
${after}
</section>`
}
