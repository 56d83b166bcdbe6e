import type { JourneyQuestion, ToPast } from '../features/attribution/question.ts'
import type { PastAnswer } from '../features/attribution/warm-touches.ts'

/** Every kind of answer, by several questions. */
export function everyAsk(of: JourneyQuestion): Exclude<ToPast, { what: 'doubt' }>[] {
  const spring = { ...of, fromMs: Date.UTC(2024, 2, 5), toMs: Date.UTC(2024, 3, 1) }
  const named: JourneyQuestion = { ...of, by: 'campaign', level: 'lead', campaigns: [['spring sale', 'Spring sale']] }
  return [
    ...[of, spring, named].map((one) => ({ what: 'credits' as const, of: one })),
    { what: 'credits', of: { ...of, transform: 'frequency', lookbackMs: 10 * 86_400_000 } },
    { what: 'credits', of: { ...named, transform: 'exposure' } },
    { what: 'flow', of },
    { what: 'flow', of: named },
    { what: 'months', of: { segment: null, fromMs: null, toMs: null, zone: 'Europe/Paris' } },
    { what: 'earnings', of, model: 'u' },
    { what: 'leads', of: { by: 'channel', fromMs: null, toMs: null } },
    { what: 'leads', of: { by: 'campaign', fromMs: spring.fromMs, toMs: spring.toMs } },
    { what: 'deals', of: named, model: 'linear', label: 'Spring sale', skip: 0, limit: 50 },
    { what: 'heard', of: { level: 'lead', fromMs: null, toMs: null } },
    { what: 'campaignDays', zone: 'Europe/Paris', names: ['Spring-Sale', 'spring sale', 'Letter 3'] },
  ]
}

/** In an order that does not depend on which label was met first; labels that nobody has any more have no earnings. */
export function settled({ what, found }: PastAnswer): unknown {
  if (what === 'earnings')
    return found.filter(({ earned }) => earned.length > 0).sort((a, b) => (a.label < b.label ? -1 : 1))
  if (what === 'heard') return { ...found, answers: [...found.answers].sort((a, b) => (a.said < b.said ? -1 : 1)) }
  if (what === 'leads') return [...found].sort((a, b) => (`${a.label}` < `${b.label}` ? -1 : 1))
  return found
}
