import type { Chance } from '../backtest/chance.ts'

/**
 * Deals `count` deals at random into `blocks`, calling `into` with a block and how many of them it got. Few are dealt one by one; many by
 * how many each block gets by chance (Poisson, scaled to their number).
 */
export function dealIntoBlocks(
  count: number,
  blocks: number,
  chance: Chance,
  into: (block: number, amount: number) => void,
): void {
  if (count <= 4 * blocks) {
    for (let left = count; left > 0; left -= 1) into(Math.floor(chance.next() * blocks), Math.min(1, left))
    return
  }
  const amounts = Float64Array.from({ length: blocks }, () => chance.poisson(count / blocks))
  const sum = amounts.reduce((total, amount) => total + amount, 0)
  for (const [block, amount] of amounts.entries()) if (amount > 0) into(block, (amount * count) / sum)
}
