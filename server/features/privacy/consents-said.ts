import { z } from 'zod'

const MOST = 10
const said = z.object({
  purpose: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  text: z.string().optional(),
  language: z.string().optional(),
})

export type SaidConsent = { purpose: string; proof?: string; language?: string }

/** What a form of the company's own site says somebody ticked: each purpose once; what is no such list is nothing. */
export function consentsSaid(value: unknown): SaidConsent[] {
  if (!Array.isArray(value)) return []
  const found = new Map<string, SaidConsent>()
  for (const each of value.slice(0, MOST)) {
    const read = said.safeParse(each)
    if (!read.success || found.has(read.data.purpose)) continue
    const { purpose, text, language } = read.data
    const proof = text?.trim().slice(0, 2_000).toWellFormed()
    found.set(purpose, {
      purpose,
      ...(proof ? { proof } : {}),
      ...(language ? { language: language.slice(0, 40).toWellFormed() } : {}),
    })
  }
  return [...found.values()]
}
