import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { type Asked, askedOf, askPast } from './asked-of.ts'
import type { getJourneyFlow as promise } from './contract.ts'
import { NAMES_OF_OTHERS } from './question.ts'

export async function getFlow(
  ctx: Pick<Context, 'db'>,
  asked: Asked,
): Promise<z.input<NonNullable<(typeof promise)['response']>>> {
  const { of, currency } = await askedOf(ctx, asked)
  const { found, readAtMs } = await askPast(ctx, { what: 'flow', of })
  return {
    currency,
    asOf: new Date(readAtMs).toISOString(),
    ...found,
    nodes: found.nodes.map((node) =>
      node.label === NAMES_OF_OTHERS ? { ...node, label: '', kind: 'others' as const } : node,
    ),
  }
}
