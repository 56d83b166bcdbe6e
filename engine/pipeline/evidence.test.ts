import { describe, expect, it, test } from 'vitest'
import { clausesOf } from '../agreement/clauses-of.ts'
import { compileAgreement } from '../agreement/compile-agreement.ts'
import { silentDefaults } from '../agreement/silent-defaults.ts'
import type { FactData } from '../facts/kinds.ts'
import { fold } from '../lifecycle/fold.ts'
import { refusalOf } from '../lifecycle/refusal.ts'
import { AGREEMENT, ANA, call, DOCUMENT, fact, form, knownOwner, when } from '../lifecycle/story-for-test.ts'
import { missingToMove } from './missing-evidence.ts'

const PIPELINES = `
pipelines:
  New business:
    stages:
      Discovery: { owner: sales, exit: [need, meeting held], probability: 20 % }
      Offer: { owner: sales, exit: [amount, next step, competitor asked], exit_when: 'deal.amount_cents >= 1000 && account.employees >= 10', probability: 0.5 }
      Contract: { owner: sales, exit: [decision maker, close date, offer sent] }
    win_needs: contract
  Renewals:
    stages: { Talk: { owner: marketing } }
`
function compiled(added: string) {
  const made = compileAgreement(DOCUMENT + added, 1)
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.agreement
}
const agreement = compiled(PIPELINES)
const begun = [knownOwner('0 09:30'), form('0 10:00'), call('0 10:20', 'connected')]
const opened = fact('0 11:00', 'deal.opened', { deal: 'd' }, { actor: ANA })
const changed = (at: string, data: Omit<FactData['deal.changed'], 'deal'>) =>
  fact(at, 'deal.changed', { deal: 'd', ...data })
const state = (...facts: Parameters<typeof fold>[1]) => fold(() => agreement, [...begun, ...facts]).state
const missing = (facts: Parameters<typeof fold>[1], to: string | null): string[] => {
  const folded = state(opened, ...facts)
  const deal = folded.deals[0]
  return deal === undefined
    ? ['no deal']
    : missingToMove(agreement, folded, deal, to, when('9 10:00')).map((each) => each.asked)
}

describe('a deal lacks, to move on', () => {
  test.each<[string, Parameters<typeof fold>[1], string | null, string[]]>([
    ['what its stage asks', [], 'Offer', ['need', 'meeting held']],
    ['nothing to stay or go back', [], 'Discovery', []],
    [
      'what all stages it passes over ask',
      [],
      'Contract',
      ['need', 'meeting held', 'amount', 'next step', 'competitor asked', 'condition'],
    ],
    [
      'the rest to be won',
      [],
      null,
      [
        'need',
        'meeting held',
        'amount',
        'next step',
        'competitor asked',
        'condition',
        'decision maker',
        'close date',
        'offer sent',
      ],
    ],
    [
      'no need once one was stated',
      [fact('1 10:00', 'need.stated', { need: 'x', isKnown: true })],
      'Offer',
      ['meeting held'],
    ],
    [
      'a need while it is only supposed',
      [fact('1 10:00', 'need.stated', { need: 'x', isKnown: false })],
      'Offer',
      ['need', 'meeting held'],
    ],
    [
      'nothing once it met and said so',
      [fact('1 10:00', 'meeting.held', {}), fact('1 11:00', 'need.stated', { need: 'x', isKnown: true })],
      'Offer',
      [],
    ],
    [
      'an amount that is none',
      [
        changed('1 10:00', { amountCents: 0 }),
        fact('1 11:00', 'meeting.held', {}),
        fact('1 12:00', 'need.stated', { need: 'x', isKnown: true }),
      ],
      'Contract',
      ['amount', 'next step', 'competitor asked', 'condition'],
    ],
  ])('%s', (_what, facts, to, expected) => {
    expect(missing(facts, to)).toEqual(expected)
  })

  it('only the condition, when the rest is there: it reads the deal and the company', () => {
    const rest = [
      fact('1 10:00', 'deal.moved', { deal: 'd', stage: 'Offer', override: 'known customer' }),
      changed('1 11:00', { amountCents: 900, nextStep: 'call', competitors: [] }),
    ]
    expect(missing(rest, 'Contract')).toEqual(['condition'])
    const grown = [...rest, changed('1 12:00', { amountCents: 1_000 })]
    expect(missing(grown, 'Contract')).toEqual([])
  })

  it('nothing from a stage the agreement does not know', () => {
    expect(
      missing([fact('1 10:00', 'deal.moved', { deal: 'd', stage: 'Old' }, { isHistory: true })], 'Contract'),
    ).toEqual([])
  })
})

describe('a fact of a deal is', () => {
  const refused = (facts: Parameters<typeof fold>[1], one: ReturnType<typeof fact>) =>
    refusalOf(agreement, state(opened, ...facts), one)?.code ?? null
  test.each<[string, ReturnType<typeof fact>, string | null]>([
    [
      'refused into a stage that is none',
      fact('2 10:00', 'deal.moved', { deal: 'd', stage: 'Nowhere' }),
      'unknown stage',
    ],
    [
      'refused into a pipeline that is none',
      fact('2 10:00', 'deal.changed', { deal: 'd', pipeline: 'Old' }),
      'unknown pipeline',
    ],
    ['refused as a win by word', fact('2 10:00', 'deal.won', { deal: 'd', proof: 'contract' }), 'proof missing'],
    ['refused as a signature without its paper', fact('2 10:00', 'contract.signed', { deal: 'd' }), 'document needed'],
    ['refused as a payment of nothing', fact('2 10:00', 'payment.received', { deal: 'd' }), 'amount needed'],
    [
      'refused as an explanation while it is open',
      fact('2 10:00', 'deal.explained', { deal: 'd', reason: 'x', saidBy: 'buyer' }),
      'deal is open',
    ],
    ['refused as taking up what is open', fact('2 10:00', 'deal.reopened', { deal: 'd' }), 'deal is open'],
    [
      'taken with the word of a manager',
      fact('2 10:00', 'deal.moved', { deal: 'd', stage: 'Contract', override: 'yes' }),
      null,
    ],
    [
      'taken when it was told afterwards',
      fact('2 10:00', 'deal.moved', { deal: 'd', stage: 'Contract' }, { isHistory: true }),
      null,
    ],
    [
      'taken into another pipeline',
      fact('2 10:00', 'deal.moved', { deal: 'd', stage: 'Talk', pipeline: 'Renewals' }),
      null,
    ],
    [
      'taken as a loss for any reason while no list is written',
      fact('2 10:00', 'deal.lost', { deal: 'd', reason: 'rain' }),
      null,
    ],
  ])('%s', (_what, one, code) => {
    expect(refused([], one)).toBe(code)
  })

  it('a payment alone, where a contract is needed: it is kept, and the deal stays open until both are there', () => {
    const paid = fact('2 10:00', 'payment.received', { deal: 'd', amountCents: 500 })
    expect(state(opened, paid).deals[0]).toMatchObject({ status: 'open', proof: 'payment', paidAt: when('2 10:00') })
    const signed = fact('3 10:00', 'contract.signed', { deal: 'd', document: '00000000-0000-4000-8000-00000000000a' })
    expect(state(opened, paid, signed).deals[0]).toMatchObject({ status: 'won', proof: 'payment' })
  })

  it('refused for a reason outside the written list', () => {
    const listed = compiled(PIPELINES.replace('pipelines:', 'pipelines:')).winLoss
    expect(listed.isWritten).toBe(false)
    const written = compileAgreement(DOCUMENT.replace('reasons:\n', 'reasons:\n  win_loss: { price: the price }\n'), 1)
    if (!written.ok) throw new Error('sound')
    const held = fold(() => written.agreement, [...begun, opened]).state
    const lost = (reason: string) =>
      refusalOf(written.agreement, held, fact('2 10:00', 'deal.lost', { deal: 'd', reason }))
    expect([lost('rain')?.code, lost('price')]).toEqual(['unknown reason', null])
  })
})

describe('what is known of a deal', () => {
  it('no decision is an end of its own; taken up again it stands where it stood, and its lead is open', () => {
    const undecided = fact('2 10:00', 'deal.undecided', {
      deal: 'd',
      reason: 'priorities',
      also: ['timing'],
      competitor: 'Rival',
    })
    const ended = state(opened, undecided)
    expect(ended.deals[0]).toMatchObject({
      status: 'undecided',
      stage: 'undecided',
      closedFrom: 'Discovery',
      competitors: ['Rival'],
    })
    expect(ended.deals[0]?.said).toMatchObject([{ saidBy: 'seller', reasons: ['priorities', 'timing'] }])
    expect(ended.attempt).toMatchObject({ outcome: 'lost', reason: 'priorities' })
    const again = state(opened, undecided, fact('3 10:00', 'deal.reopened', { deal: 'd' }))
    expect(again.deals[0]).toMatchObject({ status: 'open', stage: 'Discovery', closedAt: null, reason: null })
    expect(again.attempt).toMatchObject({ outcome: 'open', stage: 'opportunity', closedWith: null })
    expect(again.attempt?.clocks.map((clock) => clock.name)).toEqual(['next step'])
  })

  it('remembers what was said of it when, once for each change', () => {
    const { deals } = state(
      opened,
      changed('1 10:00', { amountCents: 500, currency: 'EUR', closeDate: '2026-06-30' }),
      changed('1 11:00', { name: 'only the name' }),
      changed('2 10:00', { closeDate: '2026-07-31' }),
    )
    expect(deals[0]?.terms?.map(({ at, closeDate, amountCents }) => [at, closeDate, amountCents])).toEqual([
      [when('0 11:00'), null, null],
      [when('1 10:00'), '2026-06-30', 500],
      [when('2 10:00'), '2026-07-31', 500],
    ])
  })

  it('is the same whatever order its facts arrive in', () => {
    const facts = [
      opened,
      changed('1 10:00', { closeDate: '2026-06-30' }),
      changed('2 10:00', { closeDate: null }),
      changed('3 10:00', { nextStep: 'x' }),
    ]
    expect(state(...facts.toReversed()).deals).toEqual(state(...facts).deals)
  })

  it('is told by the agreement: sentences in both languages, and what a silent document leaves to hold', () => {
    const en = clausesOf(agreement, 'en')
      .filter(({ section }) => section === 'pipelines')
      .map(({ sentence }) => sentence)
    expect(en).toEqual([
      'Deals of “New business” pass through “Discovery”, “Offer” and “Contract”; a deal that names no pipeline is one of these.',
      '“Discovery” of “New business” is owned by sales; to leave it, a deal needs a need they stated and a meeting that was held; 20 % of its deals are expected to be won.',
      '“Offer” of “New business” is owned by sales; to leave it, a deal needs an amount, a next step and whom else they look at, and needs that the amount of the deal is at least 10 and the company has at least 10 employees; 50 % of its deals are expected to be won.',
      '“Contract” of “New business” is owned by sales; to leave it, a deal needs the decision maker, a close date and an offer that was sent.',
      'A win needs the signed contract; without it, it is refused.',
      'Deals of “Renewals” pass through “Talk”.',
      '“Talk” of “Renewals” is owned by marketing; nothing is asked to leave it.',
    ])
    expect(
      clausesOf(agreement, 'fr')
        .filter(({ section }) => section === 'pipelines')
        .at(4)?.sentence,
    ).toBe('Une affaire gagnée exige le contrat signé ; à défaut, elle est refusée.')
    expect(silentDefaults(AGREEMENT, 'en').some((each) => each.startsWith('Deals have one pipeline, “Sales”'))).toBe(
      true,
    )
  })
})

test.each<[string, string, string, string]>([
  ['no stage at all', 'pipelines: { A: { stages: {} } }', 'pipelines.A.stages', 'no stage'],
  [
    'an end as a stage',
    'pipelines: { A: { stages: { Won: { owner: sales } } } }',
    'pipelines.A.stages.Won',
    'how a deal ends',
  ],
  [
    'evidence twice',
    'pipelines: { A: { stages: { X: { owner: sales, exit: [need, need] } } } }',
    'pipelines.A.stages.X.exit.1',
    'asked twice',
  ],
  [
    'unknown evidence',
    'pipelines: { A: { stages: { X: { owner: sales, exit: [luck] } } } }',
    'pipelines.A.stages.X.exit.0',
    '',
  ],
  [
    'a probability above all',
    'pipelines: { A: { stages: { X: { owner: sales, probability: 120 % } } } }',
    'pipelines.A.stages.X.probability',
    'no probability',
  ],
  [
    'probabilities that fall',
    'pipelines: { A: { stages: { X: { owner: sales, probability: 50 % }, Y: { owner: sales, probability: 20 % } } } }',
    'pipelines.A.stages.Y.probability',
    'less probable',
  ],
  [
    'a condition on what no deal has',
    'pipelines: { A: { stages: { X: { owner: sales, exit_when: deal.colour == "red" } } } }',
    'pipelines.A.stages.X.exit_when',
    'colour',
  ],
  [
    'a win that needs nothing and refuses',
    'pipelines: { A: { stages: { X: { owner: sales } }, win_needs: nothing, unproven: refuse } }',
    'pipelines.A.unproven',
    'cannot be refused',
  ],
])('%s is named with its line and remedy', (_what, added, path, what) => {
  const made = compileAgreement(
    `${DOCUMENT}${added.replace('exit_when: deal.colour == "red"', `exit_when: 'deal.colour == "red"'`)}\n`,
    1,
  )
  if (made.ok) throw new Error('it is refused')
  expect(made.problems[0]).toMatchObject({ path, what: expect.stringContaining(what), mend: expect.any(String) })
  expect(made.problems[0]?.line).toBe(DOCUMENT.split('\n').length)
})
