import { compileAgreement } from '@ensemble/engine/agreement/compile-agreement.ts'
import { editDocument } from '@ensemble/engine/agreement/edit-document.ts'
import type { Context } from '../../context.ts'

const PIPELINES = {
  Subscriptions: {
    because: 'a deal is what they said and signed, not what we hope',
    stages: {
      discovery: { owner: 'sales', exit: ['need', 'meeting held', 'next step'], probability: '20 %' },
      proposal: { owner: 'sales', exit: ['amount', 'close date', 'offer sent'], probability: '45 %' },
      negotiation: { owner: 'sales', exit: ['decision maker', 'competitor asked'], probability: '70 %' },
    },
    win_needs: 'contract or payment',
    unproven: 'count apart',
  },
}
const WIN_LOSS = {
  price: 'price against value',
  'no decision': 'other priorities',
  'chose a competitor': 'a competitor’s offer',
  'bad timing': 'timing',
  'a function is missing': 'functions',
  'the sponsor left': 'our champion',
  'slow response': 'speed of our answers',
  trust: 'trust and risk',
}

/** Gives the shipped agreement pipelines of deals, once: only while nobody has signed it and nothing has been judged by it. */
export async function putPipelines(ctx: Context): Promise<void> {
  const { rows } = await ctx.db.query<{ document: string }>(
    `select document from agreements where version = 1
       and not exists (select 1 from signatures) and not exists (select 1 from decisions)`,
  )
  const document = rows[0]?.document
  if (document === undefined || /^pipelines:/m.test(document)) return
  const edited = editDocument(document, [
    { op: 'set', path: ['pipelines'], value: PIPELINES },
    { op: 'set', path: ['reasons', 'win_loss'], value: WIN_LOSS },
  ])
  if (!edited.ok || !compileAgreement(edited.source, 1).ok) return
  await ctx.db.query('update agreements set document = $1 where version = 1 and document = $2', [
    edited.source,
    document,
  ])
  await ctx.agreements.refresh()
}
