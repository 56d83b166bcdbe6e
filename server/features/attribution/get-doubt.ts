import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { type Asked, askedOf, askPast } from './asked-of.ts'
import type { getAttributionDoubt as promise } from './contract.ts'
import { NAMES_OF_OTHERS } from './question.ts'
import { sayVerdict } from './say-verdict.ts'

export async function getDoubt(
  ctx: Pick<Context, 'db'>,
  asked: Asked,
  locale: 'en' | 'fr' | null,
): Promise<z.input<NonNullable<(typeof promise)['response']>>> {
  const { of, currency, locale: house } = await askedOf(ctx, asked)
  const { found, readAtMs } = await askPast(ctx, { what: 'doubt', of })
  return {
    currency,
    asOf: new Date(readAtMs).toISOString(),
    ...found,
    verdict: { ...found.verdict, more: named(found.verdict.more), less: named(found.verdict.less) },
    models: found.models.map((one) => ({
      ...one,
      labels: one.labels.map((label) => (label.isOthers ? { ...label, label: '' } : label)),
    })),
    sentence: sayVerdict(found.verdict, asked.by, locale ?? house),
  }
}

/** The rest, taken together, has no name: the sentence tells of it. */
function named(labels: readonly string[]): string[] {
  return labels.filter((label) => label !== NAMES_OF_OTHERS)
}
