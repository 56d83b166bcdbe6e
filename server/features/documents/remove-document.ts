import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { mayRemove } from './read-documents.ts'

type Row = {
  person_id: string
  fact_id: string | null
  uploaded_by: string | null
  uploaded_at: Date
  is_standing: boolean
}

/** Removes a document, and takes back the fact that carried it: a win that stood on it alone is open again. */
export async function removeDocument(ctx: Context, caller: Caller, documentId: string): Promise<void> {
  const { rows } = await ctx.db.query<Row>(
    `select person_id, fact_id, uploaded_by, uploaded_at,
       fact_id is not null and not exists (select 1 from facts r where r.person_id = documents.person_id
         and r.kind = 'fact.retracted' and r.data->>'fact' = documents.fact_id::text) as is_standing
     from documents where document_id = $1`,
    [documentId],
  )
  const row = rows[0]
  if (row === undefined)
    throw new Problem('not-found', 'There is no such document.', { mend: 'It may be removed already.' })
  if (!mayRemove(caller, row.uploaded_by, row.uploaded_at.getTime(), ctx.now()))
    throw new Problem('not-allowed', 'Somebody else added this, or it was more than a day ago.', {
      mend: 'Ask a manager to remove it.',
    })
  if (row.is_standing)
    await recordFacts(
      ctx,
      [
        {
          kind: 'fact.retracted',
          at: ctx.now(),
          messageId: `document-removed:${documentId}`,
          source: 'app',
          actor: caller.id,
          isHistory: false,
          who: { personId: row.person_id },
          touch: null,
          data: { fact: row.fact_id },
        },
      ],
      { onRefused: 'throw', language: caller.locale ?? 'en' },
    )
  await ctx.db.query('delete from documents where document_id = $1', [documentId])
}
