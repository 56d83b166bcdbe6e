/** Players up to which every coalition is looked at. */
const MOST_PLAYERS = 15

/**
 * Shapley values of a game: `worth(coalition)` is what the players of a bit set achieve together; worth(0) counts as 0.
 * phi_i = sum over S without i of |S|!(n - |S| - 1)!/n! (worth(S + i) - worth(S)). Exact; throws RangeError above 15 players.
 */
export function shapleyOf(players: number, worth: (coalition: number) => number): Float64Array {
  if (players > MOST_PLAYERS) throw new RangeError(`${players} players: at most ${MOST_PLAYERS} can be solved exactly`)
  const coalitions = 2 ** players
  const worths = Float64Array.from({ length: coalitions }, (_, coalition) => (coalition === 0 ? 0 : worth(coalition)))
  // |S|!(n - |S| - 1)!/n! = 1 / (n choose(n - 1, |S|)).
  const weights: number[] = []
  let choices = 1
  for (let size = 0; size < players; size += 1) {
    weights.push(1 / (players * choices))
    choices = (choices * (players - 1 - size)) / (size + 1)
  }
  const values = new Float64Array(players)
  for (let coalition = 0; coalition < coalitions; coalition += 1) {
    const weight = weights[sizeOf(coalition)] ?? 0
    for (let player = 0; player < players; player += 1) {
      const bit = 1 << player
      if (coalition & bit) continue
      values[player] = (values[player] ?? 0) + weight * ((worths[coalition | bit] ?? 0) - (worths[coalition] ?? 0))
    }
  }
  return values
}

function sizeOf(coalition: number): number {
  let size = 0
  for (let rest = coalition; rest > 0; rest >>= 1) size += rest & 1
  return size
}
