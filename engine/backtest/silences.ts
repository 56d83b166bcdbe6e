import type { CompiledAgreement } from '../agreement/compiled.ts'
import type { RosterPerson } from '../routing/roster.ts'
import type { BacktestFigures, NumberName, Silence } from './figures.ts'
import { simulatedRoster } from './simulated-roster.ts'

const FEW_WINS = 30

/** What this history cannot say, each with the number of leads it is about; only what applies. */
export function silencesOf(
  figures: BacktestFigures,
  marks: ReadonlyMap<NumberName, Uint8Array>,
  draft: CompiledAgreement,
  roster: readonly RosterPerson[],
): Silence[] {
  const count = (name: NumberName): number => marks.get(name)?.reduce((sum, mark) => sum + mark, 0) ?? 0
  const crew = simulatedRoster(draft, roster)
  const hasAnybody = [...draft.pools.keys()].some((pool) => crew.hasAnybody(pool))
  const all: Silence[] = [
    { what: 'nobody worked', n: count('nobody worked') },
    { what: 'promises unknowable', n: count('promises unknowable') },
    { what: 'young', n: count('young') },
    { what: 'no amounts', n: figures.won.all - figures.money.wonWithAmount },
    { what: 'few wins', n: figures.won.all < FEW_WINS ? Math.max(1, figures.won.all) : 0 },
    { what: 'nobody in pools', n: hasAnybody ? 0 : figures.qualified.draft.k },
    { what: 'unroutable', n: hasAnybody ? figures.load.unroutable.draft : 0 },
    { what: 'rates from the same leads', n: figures.money.expected === null ? 0 : figures.matured },
  ]
  return all.filter(({ n }) => n > 0)
}
