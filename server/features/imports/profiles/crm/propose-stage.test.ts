import { describe, expect, it } from 'vitest'
import type { IncomingFact } from '../../../facts/incoming.ts'
import { mapDeals, toldBy } from './map-deals.ts'
import { likeness, proposeStage } from './propose-stage.ts'

const HOUSE = [
  {
    name: 'Sales',
    stages: ['open', 'offer', 'negotiation'].map((name) => ({ name, knownAs: null })),
  },
  { name: 'Renewals', stages: [{ name: 'due', knownAs: 'Renewal due' }] },
]

describe('which stage of the house a stage of another system is most like', () => {
  it.each([
    ['Sales', 'Offer', 'offer', 'same name'],
    ['', 'Negotiation/Review', 'negotiation', 'similar'],
    ['Sales Pipeline', 'Proposal/Price Quote', 'offer', 'similar'],
    ['Vente', 'Négociation', 'negotiation', 'similar'],
    ['', 'Devis envoyé', 'offer', 'similar'],
    ['', 'qualifiedtobuy', 'open', 'similar'],
    ['', 'Prospecting', 'open', 'similar'],
    ['', 'contractsent', 'negotiation', 'similar'],
    ['Renewals', 'Renewal Due', 'due', 'same name'],
  ])('%s, %s: %s (%s)', (pipeline, stage, to, how) => {
    const proposal = proposeStage({ pipeline, stage }, HOUSE)
    expect([proposal.to?.stage, proposal.how]).toEqual([to, how])
  })

  it('says so when nothing is like it', () => {
    expect(proposeStage({ pipeline: '', stage: 'Zwischenlager 7' }, HOUSE)).toEqual({
      to: null,
      how: 'nothing like it',
    })
    expect(proposeStage({ pipeline: '', stage: 'Offer' }, [])).toEqual({ to: null, how: 'nothing like it' })
  })

  it('measures likeness from nothing to the same', () => {
    expect(likeness('Offre', 'OFFRE')).toBe(1)
    expect(likeness('abc', 'xyz')).toBe(0)
    expect(likeness('', '')).toBe(0)
  })
})

describe('deals with the stages that were chosen', () => {
  const fact = (kind: string, data: Record<string, unknown>): IncomingFact => ({
    kind,
    data,
    at: 0,
    source: 'import',
    actor: null,
    isHistory: true,
    who: { externalId: 'x' },
    touch: null,
    messageId: `${kind} ${JSON.stringify(data)}`,
  })
  const facts = [
    fact('deal.opened', { deal: 'd', pipeline: 'Theirs' }),
    fact('deal.moved', { deal: 'd', stage: 'Demo' }),
    fact('deal.moved', { deal: 'd', stage: 'Visit' }),
    fact('deal.moved', { deal: 'd', stage: 'Quote' }),
    fact('deal.won', { deal: 'd', proof: 'none' }),
  ]
  const to = (stage: string) => ({ pipeline: 'Sales', stage })

  it('stand in the pipeline of the house, enter a stage once, and keep the ids of the file', () => {
    const mapped = mapDeals(facts, [
      { pipeline: 'Theirs', stage: 'Demo', to: to('open') },
      { pipeline: 'Theirs', stage: 'Visit', to: to('open') },
      { pipeline: 'Theirs', stage: 'Quote', to: to('offer') },
    ])
    expect(mapped.map((each) => [each.kind, toldBy(each).pipeline ?? toldBy(each).stage])).toEqual([
      ['deal.opened', 'Sales'],
      ['deal.moved', 'open'],
      ['deal.moved', 'offer'],
      ['deal.won', undefined],
    ])
    expect(facts.map((each) => each.messageId)).toEqual(expect.arrayContaining(mapped.map((each) => each.messageId)))
  })

  it('stay as they are where nothing was chosen', () => {
    expect(mapDeals(facts, [])).toEqual(facts)
    expect(mapDeals(facts, [{ pipeline: 'Other', stage: 'Demo', to: to('open') }])).toEqual(facts)
    expect(mapDeals(facts, [{ pipeline: 'Theirs', stage: 'Demo', to: null }])).toEqual(facts)
  })
})
