import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldNeeds } from './fold-needs.ts'
import { completenessOf, countWords, judgeMessage } from './judge-message.ts'
import type { HouseMessage, Proof } from './message.ts'
import { id, judged, stated } from './need-for-test.ts'
import { rankMessages } from './rank-messages.ts'

const TODAY = '2026-11-30'
const proof = (expiresOn: string | null = null): Proof => ({
  type: 'data',
  text: 'Half the calls',
  source: 'Pilot',
  on: '2026-01-10',
  expiresOn,
})
const message = (more: Partial<HouseMessage> = {}): HouseMessage => ({
  id: 'm',
  pillar: 'p',
  persona: null,
  stage: null,
  language: null,
  topic: null,
  driver: 'relief',
  message: 'A day that holds.',
  proofs: [proof()],
  version: 1,
  isApproved: true,
  ...more,
})

describe('judgeMessage', () => {
  test.each<[string, Partial<HouseMessage>, string[]]>([
    ['moves and is proven: nothing is missing', {}, []],
    ['without proof it is a claim', { proofs: [] }, ['claim']],
    ['without a driver it is a dry fact', { driver: ' ' }, ['dry fact']],
    ['with neither it is a claim first', { driver: null, proofs: [] }, ['claim']],
    ['a proof of yesterday no longer holds', { proofs: [proof('2026-11-29')] }, ['proof expired']],
    ['on its last day it holds', { proofs: [proof('2026-11-30')] }, []],
    ['one proof that holds is enough', { proofs: [proof('2020-01-01'), proof()] }, []],
    ['twenty-six words are too many', { message: 'word '.repeat(26) }, ['too long']],
    ['twenty-five are not', { message: 'word '.repeat(25) }, []],
    ['nobody approved it', { isApproved: false }, ['not approved']],
  ])('%s', (_, more, gaps) => {
    expect(judgeMessage(message(more), TODAY)).toEqual(gaps)
  })

  test('signs are no words', () => {
    expect(countWords('À neuf heures : « c’est faux » – déjà !')).toBe(6)
  })
})

describe('completenessOf', () => {
  test('a pillar is whole with one approved message that moves and is proven', () => {
    const messages = [
      message(),
      message({ id: 'n', pillar: 'q', proofs: [] }),
      message({ id: 'o', pillar: 'r', isApproved: false }),
    ]
    expect(completenessOf(['p', 'q', 'r', 's'], messages, TODAY)).toEqual({
      complete: 1,
      pillars: 4,
      incomplete: ['q', 'r', 's'],
    })
  })
})

const known = foldNeeds([stated(1, 1, { topic: 'speed' })])
const perhaps = foldNeeds([stated(1, 1, { topic: 'speed', isKnown: false })])
const met = foldNeeds([stated(1, 1, { topic: 'speed' }), judged(2, 2, id(1), 'resolved')])
const nobody = { role: null, stage: null, language: null, needs: [] }

describe('rankMessages', () => {
  test.each<[string, Partial<HouseMessage>[], object, string[]]>([
    [
      'a need they said comes first',
      [{ id: 'any' }, { id: 'need', topic: 'speed' }],
      { needs: known },
      ['need', 'any'],
    ],
    ['a need that is met is no reason', [{ id: 'b', topic: 'speed' }, { id: 'a' }], { needs: met }, ['a', 'b']],
    [
      'their role outweighs their stage',
      [
        { id: 'stage', stage: 'contacted' },
        { id: 'role', persona: 'finance' },
      ],
      { role: 'finance', stage: 'contacted' },
      ['role', 'stage'],
    ],
    [
      'what is for others is left out',
      [{ id: 'other', persona: 'it' }, { id: 'late', stage: 'won' }, { id: 'all' }],
      { role: 'finance', stage: 'contacted' },
      ['all'],
    ],
    [
      'another language is left out',
      [
        { id: 'fr', language: 'fr' },
        { id: 'en', language: 'en' },
      ],
      { language: 'fr-FR' },
      ['fr'],
    ],
    [
      'a language nobody knows leaves none out',
      [
        { id: 'fr', language: 'fr' },
        { id: 'en', language: 'en' },
      ],
      {},
      ['en', 'fr'],
    ],
    ['what is not approved is not offered', [{ id: 'draft', isApproved: false }], {}, []],
    ['what is proven comes before a claim', [{ id: 'a', proofs: [] }, { id: 'b' }], {}, ['b', 'a']],
    ['of equals the newer version', [{ id: 'a' }, { id: 'b', version: 2 }], {}, ['b', 'a']],
  ])('%s', (_, messages, listener, wanted) => {
    const ranked = rankMessages(messages.map(message), { ...nobody, ...listener }, TODAY)
    expect(ranked.map((one) => one.id)).toEqual(wanted)
  })

  test('says why, and gives the proof that holds', () => {
    const one = message({
      topic: 'speed',
      persona: 'finance',
      proofs: [proof('2020-01-01'), { ...proof(), text: 'New' }],
    })
    expect(rankMessages([one], { ...nobody, role: 'Finance', needs: perhaps }, TODAY)).toMatchObject([
      {
        points: 10,
        proof: { text: 'New' },
        reasons: [
          { why: 'perhaps', text: 'speed' },
          { why: 'persona', text: 'finance' },
        ],
      },
    ])
  })

  test('the order does not depend on the order they come in', () => {
    const some = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        persona: fc.constantFrom(null, 'finance'),
        topic: fc.constantFrom(null, 'speed'),
        version: fc.integer({ min: 1, max: 2 }),
        driver: fc.constantFrom(null, 'relief'),
      }),
      { selector: (one) => one.id },
    )
    fc.assert(
      fc.property(some, (parts) => {
        const messages = parts.map(message)
        const listener = { ...nobody, role: 'finance', needs: known }
        expect(rankMessages(messages.toReversed(), listener, TODAY)).toEqual(rankMessages(messages, listener, TODAY))
      }),
    )
  })
})
