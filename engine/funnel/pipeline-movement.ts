/** A deal as it stood at one moment. Amounts are whole cents of one currency. */
export type DealSnapshot = {
  readonly id: string
  readonly amountCents: number
  readonly status: 'open' | 'won' | 'lost'
  /** Place of its stage in the order of stages. */
  readonly stage: number
  /** The moment it is expected to close, epoch ms; null when nobody has said. */
  readonly closesAt: number | null
}

/** What the selection looks at: deals from a stage on, expected to close before a moment. Absent means any. */
export type Selection = { readonly fromStage?: number; readonly closesBefore?: number }

/** Cents by bucket. `ending = starting + created + progressed + valueChanges - regressed - pushed - won - lost`, always. */
export type PipelineMovement = {
  starting: number
  /** New or reopened since. */
  created: number
  /** Came in by reaching the stage. */
  progressed: number
  /** Fell out by going back a stage. */
  regressed: number
  /** Fell out by closing later than the window; deals pulled into it count against. */
  pushed: number
  valueChanges: number
  won: number
  lost: number
  ending: number
}

/**
 * How the open pipeline got from one moment to another. For the whole pipeline (no selection) `progressed`, `regressed` and
 * `pushed` are 0. A deal made and closed in between counts in `created` and in `won` or `lost`. Source: domain.md 1.4.
 */
export function pipelineMovement(
  before: readonly DealSnapshot[],
  after: readonly DealSnapshot[],
  selection: Selection = {},
): PipelineMovement {
  const movement = {
    starting: 0,
    created: 0,
    progressed: 0,
    regressed: 0,
    pushed: 0,
    valueChanges: 0,
    won: 0,
    lost: 0,
    ending: 0,
  }
  const earlier = new Map(before.map((deal) => [deal.id, deal]))
  for (const deal of after) {
    move(movement, earlier.get(deal.id) ?? null, deal, selection)
    earlier.delete(deal.id)
  }
  // A deal that is gone without a word: lost, at what it was worth.
  for (const deal of earlier.values())
    move(movement, deal, { ...deal, status: deal.status === 'open' ? 'lost' : deal.status }, selection)
  return movement
}

function move(
  movement: PipelineMovement,
  before: DealSnapshot | null,
  after: DealSnapshot,
  selection: Selection,
): void {
  const wasOpen = before?.status === 'open'
  const wasIn = wasOpen && isSelected(before, selection)
  const isIn = isSelected(after, selection)
  if (wasIn) movement.starting += before.amountCents
  if (isIn && after.status === 'open') movement.ending += after.amountCents
  if (before !== null && !wasOpen && after.status !== 'open') return
  if (!wasIn && !isIn) return
  if (!wasOpen) movement.created += after.amountCents
  else if (!wasIn)
    movement[isStageIn(before, selection) ? 'pushed' : 'progressed'] +=
      enteringSign(before, selection) * after.amountCents
  else movement.valueChanges += after.amountCents - before.amountCents
  if (after.status !== 'open') movement[after.status] += after.amountCents
  else if (!isIn) movement[isStageIn(after, selection) ? 'pushed' : 'regressed'] += after.amountCents
}

function enteringSign(before: DealSnapshot, selection: Selection): 1 | -1 {
  return isStageIn(before, selection) ? -1 : 1
}

function isSelected(deal: DealSnapshot, selection: Selection): boolean {
  return isStageIn(deal, selection) && isDateIn(deal, selection)
}

function isStageIn(deal: DealSnapshot, { fromStage }: Selection): boolean {
  return fromStage === undefined || deal.stage >= fromStage
}

function isDateIn(deal: DealSnapshot, { closesBefore }: Selection): boolean {
  return closesBefore === undefined || (deal.closesAt !== null && deal.closesAt < closesBefore)
}
