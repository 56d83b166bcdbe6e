/** Row numbers from the highest score to the lowest; equal scores keep their order. */
export function rankRows(scores: ArrayLike<number>): Uint32Array {
  const order = Uint32Array.from({ length: scores.length }, (_, row) => row)
  return order.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
}
