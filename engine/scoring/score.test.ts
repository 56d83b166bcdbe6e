import { describe, expect, it, test } from 'vitest'
import type { Fact } from '../facts/fact.ts'
import { fold } from '../lifecycle/fold.ts'
import { AGREEMENT, agreementWith, all, fact, form, when } from '../lifecycle/story-for-test.ts'
import { localTimeOf } from '../worktime/local-time.ts'
import { faded, heatOf } from './decay.ts'

const DAY = 86_400_000
const foldOf = (...facts: Fact[]) => fold(() => AGREEMENT, facts)
const identified = (at: string, person: object, account: object = {}) =>
  fact(at, 'person.identified', { person, account })
const pricing = (at: string | number) => fact(at, 'page.viewed', { path: '/pricing' })
const page = (at: string | number) => fact(at, 'page.viewed', { path: '/' })

describe('decay (domain.md 4.2)', () => {
  test.each([
    [7, 85.067],
    [14, 72.363],
    [30, 50],
    [60, 25],
    [90, 12.5],
  ])('leaves of 100 points after %i days %f', (days, left) => {
    expect(faded(100, days * DAY, 30 * DAY)).toBeCloseTo(left, 3)
  })

  it('adds 20 of today, 10 of 15 days ago and 30 of 45 days ago up to 37.677670', () => {
    const sum = faded(20, 0, 30 * DAY) + faded(10, 15 * DAY, 30 * DAY) + faded(30, 45 * DAY, 30 * DAY)
    expect(sum).toBeCloseTo(37.67767, 6)
  })

  it('gives nothing to a fact from the future', () => {
    expect(faded(10, -DAY, DAY)).toBe(10)
  })

  it('orders by heat as by faded points, at every later moment', () => {
    const hot = heatOf(40, 10 * DAY, 30 * DAY)
    const cold = heatOf(60, -20 * DAY, 30 * DAY)
    expect(hot > cold).toBe(faded(40, 5 * DAY, 30 * DAY) > faded(60, 35 * DAY, 30 * DAY))
    expect(heatOf(0, 0, 1)).toBe(Number.NEGATIVE_INFINITY)
  })
})

describe('fit', () => {
  test.each<[string, object, object, number, [string, number][]]>([
    [
      'adds the clauses that hold',
      { phone: '+331' },
      { employees: 80 },
      80,
      [
        ['F1', 60],
        ['F4', 20],
      ],
    ],
    [
      'is cut at 100, and a line says so',
      { role: 'owner', phone: '+331' },
      { employees: 80 },
      100,
      [
        ['F1', 60],
        ['F2', 50],
        ['F4', 20],
        ['limit', -30],
      ],
    ],
    [
      'does not fall below 0, and a line says so',
      { email: 'a@gmail.com' },
      {},
      0,
      [
        ['F3', -30],
        ['limit', 30],
      ],
    ],
    ['of an unknown size holds for no clause about size', { phone: '+331' }, {}, 20, [['F4', 20]]],
  ])('%s', (_what, person, account, total, ledger) => {
    const folded = foldOf(identified('0 10:00', person, account))
    const [scored] = all(folded, 'scored')
    expect(scored?.data.total).toBe(total)
    expect(scored?.data.lines.map((line) => [line.clause, line.points])).toEqual(ledger)
    expect(folded.state.fitLines.reduce((sum, line) => sum + line.points, 0)).toBe(total)
    expect(folded.state.fit).toBe(total)
  })

  it('is told again only when the ledger changes', () => {
    expect(
      all(foldOf(identified('0 10:00', { role: 'owner' }), identified('0 10:05', { name: 'Vera' })), 'scored'),
    ).toHaveLength(1)
    expect(
      all(foldOf(identified('0 10:00', { role: 'owner' }), identified('0 10:05', { role: 'staff' })), 'scored'),
    ).toHaveLength(2)
  })

  it('keeps what a later telling does not mention', () => {
    const folded = foldOf(
      identified('0 10:00', { role: 'owner', phone: '+331' }),
      identified('0 11:00', { role: '', name: 'Vera' }),
    )
    expect(folded.state.person).toMatchObject({ role: 'owner', phone: '+331', name: 'Vera' })
  })

  it('takes the domain of a business address for the company, and of a free one not', () => {
    expect(foldOf(identified('0 10:00', { email: 'a@firm.example' })).state.account.domain).toBe('firm.example')
    expect(foldOf(identified('0 10:00', { email: 'a@gmail.com' })).state.account.domain).toBeUndefined()
  })
})

describe('engagement', () => {
  it('is the faded sum of its ledger', () => {
    const folded = foldOf(form('0 10:00'), form('30 10:00'))
    expect(folded.state.engagement).toBeCloseTo(60, 9)
    expect(all(folded, 'scored').map((each) => each.data.total)).toEqual([40, folded.state.engagement])
  })

  it('gives two clauses that hold for one fact their points each', () => {
    expect(all(foldOf(pricing('0 10:00')), 'scored')[0]?.data).toEqual({
      axis: 'engagement',
      lines: [
        { clause: 'E2', points: 15 },
        { clause: 'E3', points: 4 },
      ],
      total: 19,
    })
  })

  it('cuts what exceeds the limit of a day, and says by which limit', () => {
    const folded = foldOf(page('0 10:00'), page('0 10:01'), page('0 10:02'), page('0 10:03'))
    expect(all(folded, 'scored').flatMap((each) => each.data.lines)).toEqual([
      { clause: 'E3', points: 4 },
      { clause: 'E3', points: 4 },
      { clause: 'E3', points: 2, limitedBy: '10 a day' },
      { clause: 'E3', points: 0, limitedBy: '10 a day' },
    ])
  })

  it('counts the limit of each clause alone', () => {
    const folded = foldOf(pricing('0 10:00'), pricing('0 10:00'), pricing('0 10:00'))
    expect(all(folded, 'scored').at(-1)?.data.lines).toEqual([
      { clause: 'E2', points: 0, limitedBy: '30 a day' },
      { clause: 'E3', points: 2, limitedBy: '10 a day' },
    ])
  })

  test.each([
    ['Europe/Paris', '0 23:59', '1 00:00', true],
    ['Europe/Paris', '1 00:00', '1 00:59', false],
    ['UTC', '1 00:59', '1 01:00', true],
    ['UTC', '1 00:00', '1 00:59', false],
  ])('begins a new day at midnight of %s: %s and %s', (zone, before, after, isNewDay) => {
    const agreement = agreementWith(['zone: Europe/Paris', `zone: ${zone}`])
    const folded = fold(() => agreement, [page(before), page(before), page(before), page(after)])
    expect(all(folded, 'scored').at(-1)?.data.lines).toEqual([
      isNewDay ? { clause: 'E3', points: 4 } : { clause: 'E3', points: 0, limitedBy: '10 a day' },
    ])
    expect(localTimeOf(zone, when(before)).day < localTimeOf(zone, when(after)).day).toBe(isNewDay)
  })

  it('can speak of what was told of somebody, which is not what is known of them', () => {
    const agreement = agreementWith([
      'E5: { on: event.attended, points: -10 }',
      'E5: { on: person.identified, when: \'person.person.role == "owner"\', points: 7 }',
    ])
    const tell = (at: string, person: object) => fact(at, 'person.identified', { person })
    const folded = fold(() => agreement, [tell('0 10:00', { role: 'owner' }), tell('0 10:00', { name: 'Vera' })])
    expect(folded.state.engagement).toBe(7)
  })

  it('can take points away', () => {
    expect(foldOf(form('0 10:00'), fact('0 10:00', 'event.attended', { name: 'x' })).state.engagement).toBe(30)
  })

  it('says nothing where no clause holds', () => {
    expect(all(foldOf(fact('0 10:00', 'email.opened', {})), 'scored')).toEqual([])
  })
})

describe('grades', () => {
  test.each<[string, object, object, Fact[], string]>([
    ['D4 for nothing', {}, {}, [], 'D4'],
    ['C at its limit', { phone: '+331' }, {}, [], 'C4'],
    ['B', {}, { employees: 50 }, [], 'B4'],
    ['A', { phone: '+331' }, { employees: 50 }, [], 'A4'],
    ['3 for a little interest', {}, {}, [pricing('0 10:00')], 'D3'],
    ['2 for some', {}, {}, [form('0 10:00')], 'D2'],
    ['1 for much', {}, {}, [form('0 10:00'), form('0 10:00')], 'D1'],
  ])('are %s', (_what, person, account, more, grade) => {
    expect(foldOf(identified('0 09:59', person, account), ...more).state.grade).toBe(grade)
  })

  it('fall as interest fades, at the next fact', () => {
    const folded = foldOf(form('0 10:00'), fact('30 10:01', 'note.written', { text: 'x' }))
    expect(all(folded, 'graded').map((each) => [each.data.from, each.data.to])).toEqual([
      [null, 'D2'],
      ['D2', 'D3'],
    ])
  })
})
