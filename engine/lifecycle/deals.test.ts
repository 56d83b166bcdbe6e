import { describe, expect, it, test } from 'vitest'
import type { Fact } from '../facts/fact.ts'
import { fold } from './fold.ts'
import { AGREEMENT, ANA, all, call, clockNames, fact, form, knownOwner, live, RUI, when } from './story-for-test.ts'

const spoken = (): Fact[] => [knownOwner('0 09:30'), form('0 10:00'), call('0 10:20', 'connected')]
const opened = fact('0 11:00', 'deal.opened', { deal: 'd', amountCents: 100_00, currency: 'EUR' }, { actor: ANA })

describe('deals', () => {
  test.each<[string, Fact, string]>([
    ['by word', fact('1 10:00', 'deal.won', { deal: 'd', proof: 'none' }), 'none'],
    ['by word, with a contract', fact('1 10:00', 'deal.won', { deal: 'd', proof: 'contract' }), 'contract'],
    ['by a signed contract', fact('1 10:00', 'contract.signed', { deal: 'd' }), 'contract'],
    ['by a payment', fact('1 10:00', 'payment.received', { deal: 'd' }), 'payment'],
  ])('are won %s, and the lead with them', (_what, one, proof) => {
    const folded = live([...spoken(), opened, one])
    expect(folded.state.deals).toEqual([
      expect.objectContaining({
        id: 'd',
        status: 'won',
        proof,
        amountCents: 100_00,
        currency: 'EUR',
        closer: ANA,
        closedAt: when('1 10:00'),
      }),
    ])
    expect(folded.state.attempt).toMatchObject({ outcome: 'won', stage: 'won', closedAt: when('1 10:00') })
    expect(clockNames(folded)).toEqual([])
  })

  it('take later proof without being won again', () => {
    const folded = live([
      ...spoken(),
      opened,
      fact('1 10:00', 'deal.won', { deal: 'd', proof: 'none' }),
      fact('2 10:00', 'contract.signed', { deal: 'd', amountCents: 90_00 }),
      fact('3 10:00', 'payment.received', { deal: 'd' }),
      fact('4 10:00', 'contract.signed', { deal: 'd' }),
    ])
    expect(folded.state.deals[0]).toMatchObject({ proof: 'payment', amountCents: 90_00, closedAt: when('1 10:00') })
    expect(all(folded, 'closed')).toHaveLength(1)
  })

  it('are lost, and the lead with the last of them', () => {
    const two = [...spoken(), opened, fact('0 11:05', 'deal.opened', { deal: 'e' })]
    const lost = (deal: string, at: string) => fact(at, 'deal.lost', { deal, reason: 'price' })
    expect(live([...two, lost('d', '1 10:00')]).state.attempt?.outcome).toBe('open')
    expect(live([...two, lost('d', '1 10:00'), lost('e', '1 11:00')]).state.attempt).toMatchObject({
      outcome: 'lost',
      reason: 'price',
    })
  })

  it('of an earlier attempt end alone', () => {
    const silent = [...spoken(), opened, form('300 10:00')]
    const folded = live([...silent, fact('300 11:00', 'deal.lost', { deal: 'd', reason: 'price' })])
    expect(folded.state.attempt).toMatchObject({ number: 2, outcome: 'open' })
    expect(folded.state.deals[0]).toMatchObject({ attempt: 1, status: 'lost' })
  })

  it('that are closed keep their stage when a move is told afterwards', () => {
    const folded = fold(
      () => AGREEMENT,
      [
        ...spoken(),
        opened,
        fact('1 10:00', 'deal.won', { deal: 'd', proof: 'none' }),
        fact('2 10:00', 'deal.moved', { deal: 'd', stage: 'offer' }, { isHistory: true }),
      ],
    )
    expect(folded.state.deals[0]).toMatchObject({ stage: 'won', status: 'won' })
  })

  it('win back a lead that was given up', () => {
    const folded = live([
      ...spoken(),
      opened,
      fact('1 10:00', 'deal.lost', { deal: 'd', reason: 'price' }),
      fact('5 10:00', 'contract.signed', { deal: 'd' }),
    ])
    expect(folded.state.attempt).toMatchObject({ number: 1, outcome: 'won', closedAt: when('5 10:00') })
    expect(folded.state.deals[0]).toMatchObject({ status: 'won', proof: 'contract' })
  })

  it('sold without any lead are a lead of their own', () => {
    const folded = live([fact('1 10:00', 'deal.won', { deal: 'd', proof: 'contract', closer: RUI })])
    expect(folded.state.attempt).toMatchObject({ number: 1, outcome: 'won', owner: RUI })
    expect(folded.state.deals[0]?.attempt).toBe(1)
  })
})
