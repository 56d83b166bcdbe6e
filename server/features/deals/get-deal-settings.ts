import type { CompiledAgreement, PipelineStage } from '@ensemble/engine/agreement/compiled.ts'
import { verbaliseCondition } from '@ensemble/engine/agreement/verbalise-condition.ts'
import { evidenceInWords } from '@ensemble/engine/agreement/words/evidence-in-words.ts'
import { grammarOf } from '@ensemble/engine/agreement/words/grammar-of.ts'
import { DEFAULT_REASONS, isNoDecision } from '@ensemble/engine/pipeline/default-reasons.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import { bookOf } from './book/book-of.ts'
import { usedWords } from './book/used-words.ts'
import { named } from './named-statement.ts'
import type { getDealSettings as promise } from './pipelines-contract.ts'

type Settings = z.output<NonNullable<(typeof promise)['response']>>
type Language = 'en' | 'fr'

/** A reason of the agreement in words; one it does not name as it was written. */
export function sayDealReason(agreement: CompiledAgreement, code: string, language: Language): string {
  return agreement.winLoss.says.get(code) ?? DEFAULT_REASONS[code]?.[language] ?? code
}

/** What a stage asks before a deal leaves it. */
export function exitOf(
  stage: PipelineStage,
  language: Language,
): Settings['pipelines'][number]['stages'][number]['exit'] {
  return [
    ...stage.exit.map((evidence) => ({ evidence, says: evidenceInWords(evidence, language).says })),
    ...(stage.exitWhen === null
      ? []
      : [{ evidence: 'condition' as const, says: verbaliseCondition(stage.exitWhen, grammarOf(language)).says }]),
  ]
}

/** What deals may be, by the agreement in force, and what people sell and meet. */
export async function getDealSettings(ctx: Context, language: Language): Promise<Settings> {
  const agreement = ctx.agreements.at(ctx.now())
  const [{ currency }, book, owners] = await Promise.all([
    readHouseSettings(ctx.db),
    bookOf(ctx),
    ctx.db.query<{ id: string; name: string }>(
      named(
        `select u.id, u.name from users u left join teams t on t.team_id = u.team_id
         where u.is_active and (t.side = 'sales' or u.role in ('seller', 'manager')) order by u.name limit 500`,
        [],
      ),
    ),
  ])
  const { products, competitors, currencies } = usedWords(book)
  return {
    pipelines: agreement.pipelines.map(({ name, stages, winNeeds, refusesUnproven }, index) => ({
      name,
      isDefault: index === 0,
      stages: stages.map((stage) => ({
        name: stage.name,
        knownAs: stage.knownAs,
        team: stage.owner,
        probability: stage.probability,
        exit: exitOf(stage, language),
      })),
      winNeeds,
      allowsUnproven: !refusesUnproven,
    })),
    reasons: [...agreement.winLoss.says.keys()].map((code) => ({
      code,
      says: sayDealReason(agreement, code, language),
      isNoDecision: isNoDecision(code),
    })),
    currency,
    currencies: [...new Set([currency, ...currencies])],
    products: products,
    competitors: competitors,
    owners: owners.rows,
  }
}
