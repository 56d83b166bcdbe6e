import { describe, expect, it } from 'vitest'
import { feedbackClockName } from './feedback.ts'
import { type Folded, fold } from './fold.ts'
import { refusalOf } from './refusal.ts'
import {
  ANA,
  agreementWith,
  all,
  clockNames,
  fact,
  form,
  knownOwner,
  lines,
  routedTo,
  told,
  when,
} from './story-for-test.ts'

const PROMISED = agreementWith([
  'sales_promises:\n',
  'marketing_promises:\n  M4: { answer: feedback, within: 1 working day }\nsales_promises:\n',
])
const LEAD = [
  knownOwner('0 09:00'),
  form('0 09:01', { touch: { channel: 'ads', origin: null, campaign: 'spring', landingPage: null } }),
  routedTo('0 09:02', ANA),
]
const given = fact('0 10:00', 'feedback.given', { about: 'spring', verdict: 'bad', on: 'campaign' }, { id: 'f1' })
const answered = fact('0 16:00', 'feedback.answered', { feedback: 'f1', text: 'We changed the page.' })
const struck = (at: string) =>
  fact(at, 'clock.struck', { attempt: 1, clock: feedbackClockName('f1'), startedAt: when('0 10:00') })
const folded = (...more: ReturnType<typeof fact>[]): Folded => fold(() => PROMISED, [...LEAD, given, ...more])
const ofMarketing = (one: Folded) =>
  one.decisions.filter((each) => 'clock' in each.data && each.data.clock === 'feedback')

describe('feedback of sales', () => {
  it('starts a clock of marketing, in the working time of the agreement', () => {
    const one = folded()
    const clock = one.state.feedback?.[0]?.clock
    expect([clock?.team, clock?.clause, told(clock?.dueAt ?? 0)]).toEqual(['marketing', 'M4', '1 10:00'])
    expect(one.state.feedback?.[0]).toMatchObject({ status: 'open', campaign: 'spring', verdict: 'bad', by: ANA })
  })

  it('leaves the clocks of sales alone', () => {
    expect(clockNames(folded())).toEqual(clockNames(fold(() => PROMISED, LEAD)))
  })

  it('is of the campaign its lead came from when it names none', () => {
    const about = fact('0 10:00', 'feedback.given', { about: 'this lead', verdict: 'good' }, { id: 'f2' })
    expect(fold(() => PROMISED, [...LEAD, about]).state.feedback?.[0]?.campaign).toBe('spring')
  })

  it('waits for nobody when no answer is promised, or when it is told afterwards', () => {
    const unpromised = fold(() => agreementWith(), [...LEAD, given])
    expect(unpromised.state.feedback?.[0]).toMatchObject({ status: 'open', clock: null })
    const history = fact('0 10:00', 'feedback.given', { about: 'x', verdict: 'bad' }, { isHistory: true })
    expect(fold(() => PROMISED, [...LEAD, history]).state.feedback?.[0]).toMatchObject({
      status: 'closed',
      clock: null,
    })
  })
})

describe('its clock', () => {
  it('is kept by an answer in time', () => {
    const one = folded(answered)
    expect(ofMarketing(one).map((each) => [each.what, 'isKept' in each.data ? each.data.isKept : null])).toEqual([
      ['clock.started', null],
      ['clock.stopped', true],
    ])
    expect(one.state.feedback?.[0]).toMatchObject({ status: 'answered', clock: null, isLate: false })
  })

  it('warns, is broken and goes up as any clock, in the name of marketing', () => {
    const one = folded(struck('0 15:00'), struck('1 10:00'), struck('1 15:00'))
    expect(ofMarketing(one).map((each) => `${told(each.at)} ${each.what}`)).toEqual([
      '0 10:00 clock.started',
      '0 15:00 clock.warned',
      '1 10:00 clock.breached',
      '1 15:00 escalated',
    ])
    expect(all(one, 'clock.breached').filter((each) => each.data.clock === 'feedback')[0]?.data.team).toBe('marketing')
    expect(one.state.feedback?.[0]?.isLate).toBe(true)
  })

  it('is broken by a late answer though the timer never came', () => {
    const late = fact('1 11:00', 'feedback.answered', { feedback: 'f1', text: 'Sorry.' })
    expect(lines(folded(late), 'clock.breached').filter((line) => line.endsWith('feedback'))).toEqual([
      '1 11:00 clock.breached feedback',
    ])
  })

  it('starts anew when it is taken up again, and ends when it is settled', () => {
    const again = fact('0 17:00', 'feedback.reopened', { feedback: 'f1', note: 'It is still there.' })
    const one = folded(answered, again)
    expect(told(one.state.feedback?.[0]?.clock?.startedAt ?? 0)).toBe('0 17:00')
    const settled = folded(answered, again, fact('0 17:30', 'feedback.closed', { feedback: 'f1' }))
    expect(settled.state.feedback?.[0]).toMatchObject({ status: 'closed', clock: null })
  })

  it('goes on when the lead is over', () => {
    const rejected = fact('0 11:00', 'lead.rejected', { reason: 'duplicate' })
    expect(folded(rejected).state.feedback?.[0]?.clock).not.toBeNull()
  })

  it('goes with the feedback when that is taken back', () => {
    const one = folded(fact('0 10:05', 'fact.retracted', { fact: 'f1' }))
    expect(one.state.feedback).toBeUndefined()
  })

  it('is one of several when there are several', () => {
    const other = fact('0 12:00', 'feedback.given', { about: 'letter', verdict: 'good' }, { id: 'f3' })
    const one = folded(other, answered)
    expect(one.state.feedback?.map((each) => each.clock === null)).toEqual([true, false])
  })
})

describe('an answer is refused', () => {
  it.each([
    ['to nothing', 'feedback.answered', { feedback: 'f9', text: 'x' }, 'unknown feedback'],
    ['when it is settled', 'feedback.answered', { feedback: 'f1', text: 'x' }, 'feedback is settled'],
    ['when it is settled already', 'feedback.closed', { feedback: 'f1' }, 'feedback is settled'],
  ] as const)('%s', (_, kind, data, code) => {
    const { state } = folded(fact('0 17:30', 'feedback.closed', { feedback: 'f1' }))
    expect(refusalOf(PROMISED, state, fact('1 09:00', kind, data as never))?.code).toBe(code)
  })

  it('when it is open and taken up again', () => {
    const again = fact('0 17:00', 'feedback.reopened', { feedback: 'f1', note: 'x' })
    expect(refusalOf(PROMISED, folded().state, again)?.code).toBe('feedback is open')
  })
})
