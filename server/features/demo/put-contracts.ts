import { createHash } from 'node:crypto'
import type { Context } from '../../context.ts'
import { makePdf } from '../documents/make-pdf.ts'
import { COMPANY } from './cast.ts'

type Signed = {
  person_id: string
  fact_id: string
  deal: string
  document: string
  name: string | null
  amount_cents: string | null
  currency: string | null
  signed_on: string | null
  signatories: string[]
  actor: string | null
  at: Date
}

const BATCH = 200

function contractOf({ name, amount_cents, currency, signed_on, signatories }: Signed): Buffer {
  const amount = amount_cents === null ? '' : `${(Number(amount_cents) / 100).toFixed(2)} ${currency ?? ''}`
  return makePdf([
    'Contrat / Contract',
    COMPANY.name,
    name ?? '',
    '',
    `Montant / Amount: ${amount}`,
    `Date: ${signed_on ?? ''}`,
    '',
    'Signataires / Signed by:',
    ...signatories.map((each) => `  ${each}`),
  ])
}

/** Stores the contracts that the deals of the demo were signed with; running it again changes nothing. */
export async function putContracts(ctx: Context): Promise<void> {
  for (;;) {
    const { rows } = await ctx.db.query<Signed>(
      `select f.person_id, f.fact_id, f.data->>'deal' as deal, f.data->>'document' as document, d.name, d.amount_cents, d.currency,
              f.data->>'signedOn' as signed_on, coalesce(f.data->'signatories', '[]') as signatories, f.actor, f.occurred_at as at
         from facts f join deals d on d.person_id = f.person_id and d.deal_id = f.data->>'deal'
        where f.source = 'demo' and f.kind = 'contract.signed' and f.data ? 'document'
          and not exists (select 1 from documents x where x.document_id = (f.data->>'document')::uuid)
        limit $1`,
      [BATCH],
    )
    if (rows.length === 0) return
    for (const row of rows) {
      const content = contractOf(row)
      await ctx.db.query(
        `with made as (
           insert into documents (document_id, person_id, deal_id, kind, name, bytes, sha256, pages, signed_on, signatories, fact_id, uploaded_by, uploaded_at)
           values ($1, $2, $3, 'contract', $4, $5, $6, 1, $7, $8, $9, $10, $11) returning document_id)
         insert into document_chunks (document_id, place, data) values ($1, 0, $12)`,
        [
          row.document,
          row.person_id,
          row.deal,
          `contrat-${row.signed_on ?? row.deal}.pdf`,
          content.length,
          createHash('sha256').update(content).digest('hex'),
          row.signed_on,
          JSON.stringify(row.signatories),
          row.fact_id,
          row.actor,
          row.at,
          content,
        ],
      )
    }
  }
}
