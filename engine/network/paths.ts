/** 1: have met; 2: know each other; 3: know each other well. */
export type Strength = 1 | 2 | 3

/** Somebody of ours, or somebody outside. */
export type Node = { readonly kind: 'colleague' | 'person'; readonly id: string }

/** Two who know each other, in no direction. A colleague may stand on one side only. */
export type Tie = { readonly a: Node; readonly b: Node; readonly strength: Strength }

/** A way to somebody: from a colleague over the people between, each step with its strength. */
export type IntroductionPath = {
  readonly nodes: readonly Node[]
  readonly strengths: readonly Strength[]
  /** The strength of the weakest step. */
  readonly weakest: Strength
}

const THRESHOLDS = [3, 2, 1] as const
/** Beyond three introductions nobody introduces anybody. */
export const MOST_STEPS = 4

type Edge = { to: string; strength: Strength }
type Reach = { steps: number; sum: number; next: Edge | null }

const keyOf = (node: Node): string => `${node.kind}:${node.id}`

/**
 * The best way to `target` from each colleague who has one, best first. Best is: fewest steps; then the strongest weakest step; then
 * the largest sum of strengths; then the ids, so that the answer is always the same. Ways lead over people outside only: a
 * colleague stands at the beginning. Longer than `mostSteps` is no way.
 */
export function introductionPaths(
  ties: readonly Tie[],
  target: string,
  mostSteps: number = MOST_STEPS,
): IntroductionPath[] {
  const nodes = new Map<string, Node>()
  const edges = new Map<string, Edge[]>()
  const join = (from: Node, to: Node, strength: Strength): void => {
    nodes.set(keyOf(from), from)
    const list = edges.get(keyOf(from))
    if (list === undefined) edges.set(keyOf(from), [{ to: keyOf(to), strength }])
    else list.push({ to: keyOf(to), strength })
  }
  for (const { a, b, strength } of ties) {
    join(a, b, strength)
    join(b, a, strength)
  }
  const goal = keyOf({ kind: 'person', id: target })
  const reaches = THRESHOLDS.map((least) => ({ least, reach: reachesOf(edges, goal, least, mostSteps) }))
  const all = reaches.find(({ least }) => least === 1)?.reach ?? new Map<string, Reach>()
  const paths: (IntroductionPath & { sum: number })[] = []
  for (const [key, { steps }] of all) {
    if (nodes.get(key)?.kind !== 'colleague') continue
    // The strongest threshold at which the way is no longer than the shortest of all.
    const best = reaches.find(({ reach }) => reach.get(key)?.steps === steps)
    if (best !== undefined) paths.push(pathOf(nodes, best.reach, key))
  }
  return paths.sort(compare).map(({ sum: _sum, ...path }) => path)
}

function compare(a: IntroductionPath & { sum: number }, b: IntroductionPath & { sum: number }): number {
  return a.nodes.length - b.nodes.length || b.weakest - a.weakest || b.sum - a.sum || (textOf(a) < textOf(b) ? -1 : 1)
}

function textOf(path: IntroductionPath): string {
  return path.nodes.map(keyOf).join('>')
}

/** From every node with a way to the goal over ties of at least this strength: how far, and the next step of the best of the shortest ways. */
function reachesOf(
  edges: ReadonlyMap<string, readonly Edge[]>,
  goal: string,
  least: Strength,
  mostSteps: number,
): Map<string, Reach> {
  const reached = new Map<string, Reach>([[goal, { steps: 0, sum: 0, next: null }]])
  let layer = [goal]
  for (let steps = 1; steps <= mostSteps && layer.length > 0; steps += 1) {
    const following: string[] = []
    for (const from of layer) {
      if (from.startsWith('colleague:')) continue
      const sum = reached.get(from)?.sum ?? 0
      for (const { to, strength } of edges.get(from) ?? []) {
        if (strength < least) continue
        const known = reached.get(to)
        if (known === undefined) following.push(to)
        else if (known.steps !== steps || !isBetter(sum + strength, from, known)) continue
        reached.set(to, { steps, sum: sum + strength, next: { to: from, strength } })
      }
    }
    layer = following
  }
  return reached
}

function isBetter(sum: number, via: string, known: Reach): boolean {
  return sum !== known.sum ? sum > known.sum : via < (known.next?.to ?? '')
}

function pathOf(
  nodes: ReadonlyMap<string, Node>,
  reach: ReadonlyMap<string, Reach>,
  start: string,
): IntroductionPath & { sum: number } {
  const list: Node[] = []
  const strengths: Strength[] = []
  for (let key: string | null = start; key !== null; ) {
    const node = nodes.get(key)
    if (node !== undefined) list.push(node)
    const next: Edge | null = reach.get(key)?.next ?? null
    if (next !== null) strengths.push(next.strength)
    key = next?.to ?? null
  }
  return {
    nodes: list,
    strengths,
    weakest: THRESHOLDS.findLast((each) => strengths.includes(each)) ?? 3,
    sum: strengths.reduce<number>((total, one) => total + one, 0),
  }
}
