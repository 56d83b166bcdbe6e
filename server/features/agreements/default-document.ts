import { readFile } from 'node:fs/promises'
import { DEFAULT_WORDS_FR } from './default-words-fr.ts'

const DEFAULT = new URL('./default-agreement.yaml', import.meta.url)
const WORDS = /^(title: |.*?(?:because|evidence): )([^"'}\n][^}\n]*?)( *\},?|,)?$/

/** The agreement every installation starts with, as it ships: in English, by the clock of Paris. */
export function defaultDocument(): Promise<string> {
  return readFile(DEFAULT, 'utf8')
}

/** The free words of the document that people read: its title, reasons and evidence. */
export function wordsOf(document: string): string[] {
  return document.split('\n').flatMap((line) => WORDS.exec(line)?.[2] ?? [])
}

function inFrench(document: string): string {
  const lines = document.split('\n').map((line) => {
    const [, before, words = '', after = ''] = WORDS.exec(line) ?? []
    const french = DEFAULT_WORDS_FR[words]
    return before === undefined || french === undefined ? line : `${before}${JSON.stringify(french)}${after}`
  })
  return lines.join('\n')
}

/** The shipped agreement by the company's own clock and in its language. */
export async function defaultDocumentFor({ zone, locale }: { zone: string; locale: 'en' | 'fr' }): Promise<string> {
  const document = (await defaultDocument()).replace('zone: Europe/Paris', `zone: ${zone}`)
  return locale === 'fr' ? inFrench(document) : document
}
