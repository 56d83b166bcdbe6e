import { describe, expect, it } from 'vitest'
import { refusalOf } from './refusal.ts'
import {
  AGREEMENT,
  ANA,
  all,
  call,
  clockNames,
  fact,
  form,
  knownOwner,
  live,
  RUI,
  routedTo,
  ZOE,
} from './story-for-test.ts'

const LEAD = [knownOwner('0 09:00'), form('0 09:01'), routedTo('0 09:02', ANA)]
const asked = fact('0 09:10', 'lead.escalated', { note: 'They want a discount.' })

describe('a question to the manager', () => {
  it('is asked with its line, and stops no clock', () => {
    const one = live([...LEAD, asked])
    expect(all(one, 'help.asked').map((each) => each.data)).toEqual([
      { by: ANA, note: 'They want a discount.', whom: ['manager'] },
    ])
    expect(clockNames(one)).toEqual(clockNames(live(LEAD)))
  })

  it('is answered, to whoever asked', () => {
    const one = live([
      ...LEAD,
      asked,
      fact('0 09:30', 'escalation.answered', { note: 'Ten per cent.' }, { actor: ZOE }),
    ])
    expect(all(one, 'help.answered').map((each) => each.data)).toEqual([{ to: ANA, by: ZOE, note: 'Ten per cent.' }])
    expect(one.state.attempt?.asked).toBeNull()
  })

  it('is over when the lead goes to somebody else, and when it is closed', () => {
    const given = fact('0 09:30', 'lead.assigned', { to: RUI, note: 'Rui knows them.', calendar: null }, { actor: ZOE })
    expect(live([...LEAD, asked, given]).state.attempt).toMatchObject({ asked: null, owner: RUI })
    expect(
      live([...LEAD, asked, fact('0 09:30', 'lead.rejected', { reason: 'duplicate' })]).state.attempt?.asked,
    ).toBeNull()
  })

  it.each([
    ['without a line', 'lead.escalated', { note: ' ' }, 'reason needed'],
    ['when nobody asked', 'escalation.answered', { note: 'x' }, 'nothing asked'],
  ] as const)('is refused %s', (_, kind, data, code) => {
    expect(refusalOf(AGREEMENT, live(LEAD).state, fact('0 10:00', kind, data))?.code).toBe(code)
  })
})

describe('a lead given to somebody by a manager', () => {
  const given = fact('0 10:00', 'lead.assigned', { to: RUI, note: 'Ana is ill.', calendar: null }, { actor: ZOE })

  it('is theirs, with their own clocks', () => {
    const one = live([...LEAD, given], { until: '0 10:01' })
    expect(one.state.attempt?.owner).toBe(RUI)
    expect(one.state.attempt?.clocks.every((clock) => clock.startedAt === given.at)).toBe(true)
    expect(all(one, 'reassigned').map((each) => each.data)).toEqual([{ from: ANA, to: RUI, why: 'by hand' }])
  })

  it('is worked though it never qualified', () => {
    const one = live([knownOwner('0 09:00'), fact('0 10:00', 'lead.assigned', { to: RUI, note: 'x', calendar: null })])
    expect(one.state.attempt).toMatchObject({ stage: 'qualified', owner: RUI })
  })
})

describe('a lead sent back', () => {
  it('before contact goes to marketing', () => {
    const back = fact('0 10:00', 'lead.returned', { to: 'marketing', note: 'No company.' })
    expect(live([...LEAD, back]).state.attempt).toMatchObject({ stage: 'inquiry', owner: null, isHeld: true })
  })

  it('after a conversation goes to the pool, to somebody else, who owes the verdict', () => {
    const back = fact('0 11:00', 'lead.returned', { to: 'pool', note: 'They want Portuguese.' })
    const one = live([...LEAD, call('0 10:00', 'connected'), back], {
      route: (not) => [ANA, RUI].find((each) => !not.includes(each)) ?? null,
      until: '0 11:01',
    })
    expect(one.state.attempt).toMatchObject({ stage: 'contacted', owner: RUI, touches: 1 })
    expect(clockNames(one)).toEqual(['verdict'])
  })

  it.each([
    ['to marketing after a conversation', { to: 'marketing', note: 'x' }, 'already contacted'],
    ['without a reason', { to: 'pool' }, 'reason needed'],
  ] as const)('is refused %s', (_, data, code) => {
    const { state } = live([...LEAD, call('0 10:00', 'connected')])
    expect(refusalOf(AGREEMENT, state, fact('0 11:00', 'lead.returned', data))?.code).toBe(code)
  })
})
