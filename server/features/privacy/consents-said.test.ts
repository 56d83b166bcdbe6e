import { describe, expect, it } from 'vitest'
import { factsOfTrack } from '../tracking/facts-of-track.ts'
import { consentsSaid } from './consents-said.ts'

describe('what a form of the own site says was ticked', () => {
  it.each([
    ['nothing', undefined, []],
    ['a text', 'marketing-email', []],
    ['no purpose', [{ text: 'I agree' }], []],
    ['a hostile purpose', [{ purpose: '__proto__' }, { purpose: 'A b' }, { purpose: 7 }, null, [[]]], []],
    [
      'the same twice',
      [
        { purpose: 'phone', text: ' Call me. ' },
        { purpose: 'phone', text: 'Other' },
      ],
      [{ purpose: 'phone', proof: 'Call me.' }],
    ],
    [
      'a text with half a sign, and a language',
      [{ purpose: 'post', text: 'a\ud800', language: 'fr' }],
      [{ purpose: 'post', proof: 'a\ufffd', language: 'fr' }],
    ],
  ])('%s', (_name, value, expected) => expect(consentsSaid(value)).toEqual(expected))

  it('is read of ten at most', () =>
    expect(consentsSaid(Array.from({ length: 100 }, (_, n) => ({ purpose: `p${n}` })))).toHaveLength(10))

  it('becomes a fact beside the form, with its own message id', () => {
    const properties = {
      email: 'a@firm.example',
      formName: 'prices',
      message: 'hello',
      consents: [{ purpose: 'marketing-email', text: 'I agree to news.', language: 'en' }],
    }
    const facts = factsOfTrack({ event: 'Form Submitted', messageId: 'm1', anonymousId: 'a1', properties }, 0)
    expect(facts.map((fact) => [fact.kind, fact.messageId])).toEqual([
      ['form.submitted', 'm1'],
      ['person.identified', 'm1:id'],
      ['consent.given', 'm1:consent:marketing-email'],
    ])
    expect(facts[0].data).toMatchObject({ fields: { message: 'hello' } })
    expect(facts[2]?.data).toEqual({
      purpose: 'marketing-email',
      proof: 'I agree to news.',
      language: 'en',
      form: 'prices',
    })
  })
})
