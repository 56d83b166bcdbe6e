import { besideSelfReported } from '@ensemble/engine/attribution/beside-self-reported.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { type Asked, askedOf, askPast } from './asked-of.ts'
import { channelSaid } from './channel-said.ts'
import { asked as askedShape, type getSelfReported as promise } from './contract.ts'

const MOST_ANSWERS = 50

/** The first answer of each lead beside the channel of its own touch. Words are read for the channel they name; those that name none are only listed. */
export async function getSelfReported(
  ctx: Pick<Context, 'db'>,
  { from, to, level }: Pick<Asked, 'from' | 'to' | 'level'>,
): Promise<z.input<NonNullable<(typeof promise)['response']>>> {
  const { of } = await askedOf(ctx, askedShape.parse({ from, to, level }))
  const { found } = await askPast(ctx, { what: 'heard', of: { level: of.level, fromMs: of.fromMs, toMs: of.toMs } })
  const answered = found.answers.map(({ channel, said, leads }) => ({
    tracked: channel,
    said: said.trim(),
    selfReported: channelSaid(said),
    count: leads,
  }))
  const { both, agreeing, agreement, labels } = besideSelfReported(answered)
  const counts = Map.groupBy(answered, ({ said }) => said.toLowerCase())
  const sum = (some: readonly { count: number }[]): number => some.reduce((total, { count }) => total + count, 0)
  return {
    leads: found.leads,
    answered: sum(answered),
    comparable: both,
    agreeing,
    agreement,
    labels: labels.map(({ label, tracked, selfReported, onlySelfReported, onlyTracked }) => ({
      label,
      tracked,
      selfReported,
      onlySelfReported,
      onlyTracked,
    })),
    answers: [...counts.values()]
      .flatMap((same) =>
        same[0] === undefined ? [] : [{ said: same[0].said, channel: same[0].selfReported, leads: sum(same) }],
      )
      .sort((a, b) => b.leads - a.leads || (a.said < b.said ? -1 : 1))
      .slice(0, MOST_ANSWERS),
  }
}
