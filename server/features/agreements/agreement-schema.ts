import { agreementDocumentSchema } from '@ensemble/engine/agreement/document.ts'
import { z } from 'zod'

/** The JSON Schema of the document, for editors that complete and check while one writes. */
export function agreementSchema(): Record<string, unknown> {
  return {
    title: 'Ensemble agreement',
    description:
      'The agreement of a marketing and a sales team: who qualifies, who gets whom, what each side promises.',
    ...z.toJSONSchema(agreementDocumentSchema, { target: 'draft-2020-12', io: 'input', unrepresentable: 'any' }),
  }
}
