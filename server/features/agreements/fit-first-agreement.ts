import { compileAgreement } from '@ensemble/engine/agreement/compile-agreement.ts'
import type { PoolClient } from 'pg'
import { CHANNEL } from '../../http/bus.ts'
import { defaultDocument, defaultDocumentFor } from './default-document.ts'

const NOTES = {
  en: 'The agreement that Ensemble ships. Read it together, change what does not fit, and sign.',
  fr: 'L’accord livré avec Ensemble. Lisez-le ensemble, changez ce qui ne convient pas, puis signez.',
} as const

/**
 * Gives the shipped version 1 the company's clock and language, once, at the first start: only while it is as shipped,
 * unsigned, and nothing has been judged by it. Later changes are drafts like any other.
 */
export async function fitFirstAgreement(tx: PoolClient, place: { zone: string; locale: 'en' | 'fr' }): Promise<void> {
  const document = await defaultDocumentFor(place)
  const compiled = compileAgreement(document, 1)
  if (!compiled.ok) return
  await tx.query(
    `update agreements set document = $1, title = $2, note = $3
     where version = 1 and document = $4
       and not exists (select 1 from signatures) and not exists (select 1 from decisions)`,
    [document, compiled.agreement.document.title, NOTES[place.locale], await defaultDocument()],
  )
  await tx.query('select pg_notify($1, $2)', [CHANNEL, JSON.stringify({ event: 'agreement' })])
}
