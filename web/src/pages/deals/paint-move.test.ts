import { describe, expect, test } from 'vitest'
import { paintMove } from './paint-move.ts'
import type { Board, BoardColumn, DealRow } from './queries.ts'

const deal = (id: string, stage: string, amountCents: number | null): DealRow => ({
  personId: '00000000-0000-4000-8000-000000000001',
  id,
  name: id,
  person: 'Ana Costa',
  company: null,
  accountId: null,
  pipeline: 'sales',
  stage,
  status: 'open',
  proof: 'none',
  amountCents,
  currency: amountCents === null ? null : 'EUR',
  closeDate: null,
  owner: null,
  openedAt: '2026-11-01T09:00:00.000Z',
  stageAt: '2026-11-01T09:00:00.000Z',
  closedAt: null,
  products: [],
  competitors: null,
  reasons: [],
  saidBy: null,
  nextStep: null,
  nextStepAt: null,
  probability: null,
  missing: 0,
})

const column = (stage: string, cards: DealRow[]): BoardColumn => ({
  stage,
  knownAs: null,
  team: 'sales',
  probability: null,
  isInAgreement: true,
  deals: cards.length,
  withoutAmount: cards.filter((card) => card.amountCents === null).length,
  sums: cards.some((card) => card.amountCents !== null)
    ? [
        {
          currency: 'EUR',
          amountCents: cards.reduce((sum, card) => sum + (card.amountCents ?? 0), 0),
          deals: cards.filter((card) => card.amountCents !== null).length,
        },
      ]
    : [],
  cards,
  next: null,
})

const board = (columns: BoardColumn[]): Board => ({ pipeline: 'sales', columns })
const a = deal('a', 'offer', 5_000)
const b = deal('b', 'offer', null)

describe('a move painted before the server has answered', () => {
  test('takes the card, its count and its money to the other column', () => {
    const moved = paintMove(board([column('offer', [a, b]), column('talks', [])]), a, 'talks')
    expect(moved).toEqual(board([column('offer', [b]), column('talks', [{ ...a, stage: 'talks' }])]))
  })

  test('counts a deal without an amount apart', () => {
    const moved = paintMove(board([column('offer', [a, b]), column('talks', [])]), b, 'talks')
    expect(moved.columns.map((each) => each.withoutAmount)).toEqual([0, 1])
  })

  test('takes a closed deal off the board', () => {
    const moved = paintMove(board([column('offer', [a]), column('talks', [])]), a, null)
    expect(moved).toEqual(board([column('offer', []), column('talks', [])]))
  })

  test('to where it stands already changes nothing', () => {
    const before = board([column('offer', [a, b])])
    expect(paintMove(before, a, 'offer')).toEqual(before)
  })
})
