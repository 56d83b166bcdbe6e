import { conditionFields } from '@ensemble/engine/agreement/condition-fields.ts'
import {
  dealSchemaOf,
  factSchema,
  fitSchema,
  leadSchemaOf,
  routingSchema,
  sourceSchema,
} from '@ensemble/engine/agreement/expression-schema.ts'
import { evidenceInWords } from '@ensemble/engine/agreement/words/evidence-in-words.ts'
import { factInWords } from '@ensemble/engine/agreement/words/facts-in-words.ts'
import type { Schema } from '@ensemble/engine/cel/schema.ts'
import { FACT_KINDS, isFactKind } from '@ensemble/engine/facts/kinds.ts'
import { EVIDENCE } from '@ensemble/engine/pipeline/evidence.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { getVocabulary as promise } from './contract.ts'

type Answer = z.input<NonNullable<(typeof promise)['response']>>

/** What a document may speak of here, in a language. */
export async function getVocabulary(ctx: Context, language: 'en' | 'fr'): Promise<Answer> {
  const teams = await ctx.db.query<{ name: string; side: 'marketing' | 'sales' }>(
    'select name, side from teams order by side, name',
  )
  const people = await ctx.db.query<{ name: string; email: string | null; side: 'marketing' | 'sales' | null }>(
    `select u.name, u.email, t.side from users u left join teams t on t.team_id = u.team_id where u.is_active order by u.name`,
  )
  const fieldsOf = (schema: Schema): Answer['lead'] =>
    conditionFields(schema, language).map((field) => ({
      ...field,
      values: field.values === null ? null : [...field.values],
    }))
  const { document } = ctx.agreements.at(ctx.now())
  const own = { scores: Object.keys(document.scores), sources: Object.keys(document.sources) }
  const kinds = Object.keys(FACT_KINDS)
    .filter(isFactKind)
    .filter((kind) => FACT_KINDS[kind].side !== 'time')
  return {
    who: fieldsOf(fitSchema),
    lead: fieldsOf(leadSchemaOf(own)),
    routing: fieldsOf(routingSchema(Object.keys(document.territories), Object.keys(document.named_accounts), own)),
    source: fieldsOf(sourceSchema),
    deal: fieldsOf(dealSchemaOf(own)),
    evidence: EVIDENCE.map((evidence) => ({ evidence, says: evidenceInWords(evidence, language).says })),
    facts: kinds.map((kind) => ({ kind, says: factInWords(kind, language), fields: fieldsOf(factSchema(kind)) })),
    teams: teams.rows,
    people: people.rows,
  }
}
