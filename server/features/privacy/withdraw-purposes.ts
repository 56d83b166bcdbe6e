import type { Context } from '../../context.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { type Consent, consentsOf } from './consents.ts'

/** Records that somebody took purposes back by a link of theirs. What was taken back already is not taken back again. */
export async function withdrawPurposes(ctx: Context, personId: string, purposes: readonly string[]): Promise<void> {
  const states = new Map((await consentsOf(ctx.db, personId)).map((each) => [each.purpose, each]))
  const open = [...new Set(purposes)].filter((purpose) => states.get(purpose)?.state !== 'withdrawn')
  if (open.length === 0) return
  const at = ctx.now()
  await recordFacts(
    ctx,
    open.map((purpose) => ({
      kind: 'consent.withdrawn',
      at,
      // Two posts of one link are one act; after a new consent it is another.
      messageId: `unsubscribe:${personId}:${purpose}:${lastOf(states.get(purpose))}`,
      source: 'unsubscribe',
      actor: null,
      isHistory: false,
      who: { personId },
      touch: null,
      data: { purpose },
    })),
    { onRefused: 'throw' },
  )
}

function lastOf(consent: Consent | undefined): string {
  return consent?.history[0]?.factId ?? 'first'
}
