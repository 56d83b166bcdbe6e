import { compileAgreement } from '@ensemble/engine/agreement/compile-agreement.ts'
import type { AgreementProblem } from '@ensemble/engine/agreement/problem.ts'
import { describe, expect, it, test } from 'vitest'
import { defaultDocument } from './default-document.ts'

const DEFAULT = await defaultDocument()

/** The default agreement with one part written otherwise. */
function but(part: string, otherwise: string): string {
  if (!DEFAULT.includes(part)) throw new Error(`the default agreement does not say ${part}`)
  return DEFAULT.replace(part, () => otherwise)
}

function problemsOf(source: string): AgreementProblem[] {
  const compiled = compileAgreement(source, 2)
  return compiled.ok ? [] : compiled.problems
}

const lineOf = (source: string, part: string): number => source.slice(0, source.indexOf(part)).split('\n').length

type Case = [name: string, source: string, at: string, clause: string | null, what: RegExp, mend: RegExp]

const cases: Case[] = [
  ['a tab', but('  zone:', '\tzone:'), '\tzone', null, /tab/, /spaces/],
  [
    'a bracket left open',
    but('at_most: [30 a day]', 'at_most: [30 a day'),
    'at_most: [30',
    null,
    /end with a \]/,
    /brackets/,
  ],
  [
    'an unknown field',
    but('points: 30,', 'pointz: 30,'),
    'pointz',
    'F1',
    /"pointz" is not known/,
    /Did you mean "points"\?/,
  ],
  ['an unknown section', but('routing:\n', 'routeing:\n'), 'routeing', null, /"routeing"/, /Did you mean "routing"\?/],
  ['an unknown promise', but('verdict: {', 'verdikt: {'), 'verdikt', 'S4', /"verdikt"/, /Did you mean "verdict"\?/],
  [
    'a text for a number',
    but('points: 30,', 'points: thirty,'),
    'thirty',
    'F1',
    /"thirty" stands where a number/,
    /Write a number/,
  ],
  [
    'nothing for a text',
    but('title: Our marketing and sales agreement', 'title:'),
    'title:',
    null,
    /Nothing stands/,
    /Write a text/,
  ],
  [
    'a field left out',
    but('returns: { stale_after: 180 days }', 'returns: {}'),
    'returns:',
    null,
    /"stale_after" is missing/,
    /Add "stale_after:"/,
  ],
  [
    'a clause name twice in a section',
    but('  F3:', '  F2:'),
    '  F2: { when: person.has_phone',
    'F2',
    /"F2" stands here twice/,
    /name of its own/,
  ],
  [
    'a clause name in two sections',
    but('  E4:', '  F4:'),
    '  F4: { on:',
    'F4',
    /already used under fit/,
    /name of its own/,
  ],
  [
    'a clause name of its own making',
    but('  F1:', '  first:'),
    '  first:',
    null,
    /"first" may not be a name/,
    /such as F1/,
  ],
  [
    'an unknown pool',
    but('to: pool Everyone in sales', 'to: pool Lisbon'),
    'to: pool',
    'R1',
    /no pool "Lisbon"/,
    /Everyone in sales/,
  ],
  [
    'an empty pool',
    but('people: team Sales', 'people: []'),
    'people:',
    null,
    /Nobody is in the pool/,
    /at least one person/,
  ],
  [
    'people of a pool that are neither team nor list',
    but('people: team Sales', 'people: 5'),
    'people: 5',
    null,
    /"5"/,
    /a text or a list/,
  ],
  [
    'an order that is none',
    but('order: round robin', 'order: round robbin'),
    'robbin',
    null,
    /round robbin/,
    /Did you mean "round robin"\?/,
  ],
  ['a limit that is none', but('[30 a day]', '[30 daily]'), '30 daily', null, /30 daily/, /30 a day/],
  [
    'a duration that is none',
    but('within: 4 working hours', 'within: 4 working ours'),
    'working ours',
    'S1',
    /not a duration/,
    /4 working hours/,
  ],
  [
    'a term of no length',
    but('within: 4 working hours', 'within: 0 working hours'),
    'within: 0',
    'S1',
    /no length/,
    /4 working hours/,
  ],
  [
    'a month as a term',
    but('within: 4 working hours', 'within: 2 months'),
    '2 months',
    'S1',
    /no fixed length/,
    /30 days/,
  ],
  [
    'a half-life in working time',
    but('half_life: 30 days', 'half_life: 30 working days'),
    'half_life',
    null,
    /real time/,
    /30 days/,
  ],
  [
    'no working time',
    but('{ mon-fri: [09:00-12:30, 13:30-18:00] }', '{ mon-fri: [] }'),
    'hours:',
    null,
    /No working time/,
    /at least one block/,
  ],
  ['hours that overlap', but('13:30-18:00', '12:00-18:00'), '12:00-18:00', null, /overlaps/, /Join the two/],
  [
    'a zone that is none',
    but('Europe/Paris', 'Europe/Pari'),
    'zone:',
    null,
    /time zone "Europe\/Pari"/,
    /Europe\/Paris/,
  ],
  [
    'first contact without "otherwise"',
    but(', otherwise: 1 working day', ''),
    'first_contact',
    'S2',
    /other grades have no term/,
    /otherwise: 1 working day/,
  ],
  ['a grade that is none', but('{ A1: 30 working', '{ A7: 30 working'), 'A7', 'S2', /"A7" is no grade/, /A1 to D4/],
  [
    'a grade no lead can have',
    but('"B2", "C1"]', '"B2", "E1"]'),
    "'grade in",
    'Q2',
    /"E1" is never a value of grade/,
    /Use one of/,
  ],
  ['grades that do not fall', but('{ A: 70, B: 45,', '{ A: 40, B: 45,'), 'A: 40', null, /nobody would be B/, /fall/],
  [
    'a promise made twice',
    but('verdict: { within: 15 working days }', 'accept_or_reject: { within: 1 hour }'),
    '  S4:',
    'S4',
    /made twice/,
    /Keep one/,
  ],
  [
    'a reason that recycles and closes',
    but('no fit: { close: true }', 'no fit: { close: true, recycle: after 9 days }'),
    'no fit',
    null,
    /both recycles and closes/,
    /Keep one/,
  ],
  [
    'a reason that needs a clause that is not there',
    but('needs: S3', 'needs: S9'),
    'needs: S9',
    null,
    /no clause S9/,
    /sales_promises/,
  ],
  [
    'a reason that needs a promise of another kind',
    but('needs: S3', 'needs: S1'),
    'needs: S1',
    null,
    /not the promise of attempts/,
    /"attempts"/,
  ],
  [
    'a consequence that is none',
    but('then: route again', 'then: rout again'),
    'rout again',
    null,
    /"rout again"/,
    /Did you mean "route again"\?/,
  ],
  [
    'a step that is none',
    but('do: reassign', 'do: reasign'),
    'reasign',
    null,
    /"reasign"/,
    /Did you mean "reassign"\?/,
  ],
  [
    'a clause below one that takes every lead',
    but('to: pool Everyone in sales }', 'to: pool Everyone in sales }\n  R2: { to: account owner }'),
    'R2',
    'R2',
    /never reached/,
    /Move R1/,
  ],
  [
    'a kind of fact that is none',
    but('on: letter.answered', 'on: leter.answered'),
    'leter',
    'E4',
    /no kind of fact/,
    /letter\.answered/,
  ],
  [
    'a misspelt field in a condition',
    but('account.employees >= 50', 'account.employes >= 50'),
    'when: account',
    'F1',
    /no field "employes"/,
    /employees/,
  ],
  [
    'a text compared with a number',
    but('account.employees >= 50', 'account.employees >= "50"'),
    'when: account',
    'F1',
    /cannot be compared/,
    /without quotes/,
  ],
  [
    'a condition that stops short',
    but('account.employees >= 50', 'account.employees >='),
    'when: account',
    'F1',
    /end of the expression/,
    /Write a field/,
  ],
  [
    'a condition that is no condition',
    but('account.employees >= 50', 'account.employees'),
    'when: account',
    'F1',
    /./,
    /./,
  ],
  [
    'a reach for the machinery',
    but('account.employees >= 50', 'person.__proto__.x == 1'),
    'when: person',
    'F1',
    /not a field/,
    /declared field/,
  ],
  [
    'code in place of a condition',
    but('account.employees >= 50', `'constructor.constructor("return 1")()'`),
    'when: ',
    'F1',
    /./,
    /./,
  ],
  [
    'an alias of nothing',
    but('  F1: {', '  F1: *other\n  F11: {'),
    '*other',
    null,
    /alias \*other/,
    /Write the part out/,
  ],
  ['a second document', `${DEFAULT}---\na: 1\n`, '---\na', null, /second document/, /---/],
  [
    'a delivery that counts nothing known',
    but('25 qualified leads a week', '25 happy leads a week'),
    '25 happy',
    'M1',
    /not written as it must be/,
    /60 qualified leads a week/,
  ],
  [
    'a delivery of nothing',
    but('25 qualified leads a week, of_which: { grade A: 8 }', '0 qualified leads a week'),
    '0 qualified',
    'M1',
    /nothing/,
    /Write how many/,
  ],
  [
    'more of a grade than altogether',
    but('grade A: 8', 'grade A: 18, grade B: 18'),
    'grade A: 18',
    'M1',
    /36 of 25/,
    /fewer by grade/,
  ],
  ['a grade that is none', but('grade A: 8', 'grade E: 8'), 'grade E', 'M1', /"grade E" may not be/, /grade A/],
  [
    'lead value by grade',
    but('25 qualified leads a week', '900 EUR of lead value a month'),
    'grade A: 8',
    'M1',
    /no share by grade/,
    /Remove it/,
  ],
  [
    'something else given',
    but('[phone, channel]', '[phone, shoe size]'),
    'shoe size',
    'M3',
    /"shoe size"/,
    /Write one of/,
  ],
  ['another place to give it', but('at: hand-off', 'at: birth'), 'birth', 'M3', /"birth"/, /hand-off/],
  [
    'the same delivery twice',
    but('  M3:', '  M5: { deliver: 30 qualified leads a week }\n  M3:'),
    'M5',
    'M5',
    /made twice/,
    /Keep one/,
  ],
  [
    'feedback answered in no time',
    but('within: 2 working days, because: sales', 'within: 0 hours, because: sales'),
    '0 hours',
    'M2',
    /no length/,
    /working hours/,
  ],
]

describe('a document that cannot be signed says where, what and how to mend it', () => {
  it.each(cases)('%s', (_name, source, at, clause, what, mend) => {
    const [first] = problemsOf(source)
    expect(first).toMatchObject({ line: lineOf(source, at), clause })
    expect(first?.what).toMatch(what)
    expect(first?.mend).toMatch(mend)
  })
})

describe('a hostile document is refused quickly', () => {
  const hostile: [string, string][] = [
    ['nothing at all', ''],
    ['a mere text', 'hello'],
    [
      'aliases that multiply',
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(9)}]\nc: &c [${'*b,'.repeat(9)}]\nd: [${'*c,'.repeat(9)}]`,
    ],
    ['400,000 open brackets', `a: ${'['.repeat(400_000)}`],
    ['100,000 nested items', '- '.repeat(100_000)],
    ['nesting by indentation', Array.from({ length: 900 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['nesting where anything may stand', but('  zone:', `  holidays: ${'{a: '.repeat(30)}1${'}'.repeat(30)}\n  zone:`)],
    ['two million characters', `title: ${'x'.repeat(2_000_000)}`],
    ['a key named __proto__', `__proto__: { a: 1 }\n${DEFAULT}`],
    ['a merge key', but('  F1: {', '  F1: { <<: { a: 1 },')],
    [
      'an expression of 5,000 characters',
      but('account.employees >= 50', `account.employees >= 50${' || true'.repeat(700)}`),
    ],
    ['an expression nested 200 deep', but('account.employees >= 50', `"${'('.repeat(200)}true${')'.repeat(200)}"`)],
  ]
  it.each(hostile)('%s', (_name, source) => {
    const problems = problemsOf(source)
    expect(problems.length).toBeGreaterThan(0)
    for (const { what, mend, line } of problems) {
      expect(what).not.toBe('')
      expect(mend).not.toBe('')
      expect(line).toBeGreaterThan(0)
    }
    expect(Object.prototype).not.toHaveProperty('a')
  })
})

test('every problem is told at once, in the order of the lines', () => {
  const source = but('points: 30', 'points: 3000')
    .replace('within: 4 working hours', 'within: soon')
    .replace('Europe/Paris', 'Mars')
  const shape = problemsOf(source)
  expect(shape.map((each) => each.clause)).toEqual(['F1'])
  const rest = problemsOf(source.replace('points: 3000', 'points: 30'))
  expect(rest.map((each) => each.path)).toEqual(['calendar.zone', 'sales_promises.S1.accept_or_reject.within'])
})

function withClauses(count: number): string {
  const clauses = Array.from({ length: count }, (_, n) => `  F${n + 1}: { when: account.employees >= ${n}, points: 1 }`)
  const [before = '', rest = ''] = DEFAULT.split('fit: # who they are, 0 to 100\n')
  return `${before}fit:\n${clauses.join('\n')}\n${rest.slice(rest.indexOf('\nengagement:'))}`
}

test('four thousand clauses compile, and each of four thousand problems has its line', () => {
  const source = withClauses(4_000)
  const compiled = compileAgreement(source, 2)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems[0]))
  expect(compiled.agreement.fitRules).toHaveLength(4_000)
  const broken = problemsOf(source.replaceAll('account.employees', 'account.employes'))
  expect(broken.at(-1)).toMatchObject({ clause: 'F4000', line: lineOf(source, '  F4000:') })
})

test('ten thousand clauses are refused with the first that is too many', () => {
  const source = withClauses(9_999)
  const problems = problemsOf(source)
  expect(problems).toHaveLength(1)
  const [{ clause, line } = { clause: null, line: 0 }] = problems
  expect(clause).toMatch(/^F[45]\d{3}$/)
  expect(line).toBe(lineOf(source, `  ${clause}:`))
})
