import { describe, expect, test } from 'vitest'
import { checkExpression } from './check-expression.ts'
import { parseForTest } from './parse-for-test.ts'
import type { Schema } from './schema.ts'

const schema: Schema = {
  kind: 'object',
  fields: {
    grade: { kind: 'string', values: ['A1', 'A2', 'B1'] },
    now: { kind: 'timestamp' },
    anything: { kind: 'dyn' },
    account: {
      kind: 'object',
      fields: {
        employees: { kind: 'int', optional: true },
        revenue: { kind: 'double' },
        country: { kind: 'string' },
        created_at: { kind: 'timestamp' },
        owner: { kind: 'object', fields: { is_working: { kind: 'bool' } } },
      },
    },
    person: {
      kind: 'object',
      fields: {
        role: { kind: 'string', values: ['owner', 'operations'] },
        tags: { kind: 'list', of: { kind: 'string' } },
        topics: { kind: 'list', of: { kind: 'string', values: ['price', 'support'] } },
        visits: { kind: 'list', of: { kind: 'object', fields: { seconds: { kind: 'int' } } } },
        answers: { kind: 'map', of: { kind: 'string' } },
      },
    },
  },
}

describe('well-typed conditions', () => {
  test.each([
    'account.employees >= 50',
    'account.employees > 49.5 && account.revenue == 3',
    'grade in ["A1", "B1"] || account.owner.is_working',
    '"A1" == grade',
    'now - account.created_at > duration("72h")',
    'account.created_at + duration("1h") < now',
    '"new" in person.tags && "price" in person.topics',
    'person.visits.exists(v, v.seconds > 30 && account.employees > 3)',
    'person.tags.all(t, t.startsWith("x"))',
    'person.visits[0].seconds > 3',
    'person.answers.budget == "high" && person.answers["size"] != "small" && "budget" in person.answers',
    'has(account.employees) && account.country != null && null == grade',
    'size(person.tags) > 2 && account.country.size() == 2',
    'account.country + "!" == "BR!"',
    'anything.at.all == 3 && anything.exists(x, x.y) && anything',
    'account.employees > 50 ? grade == "A1" : account.owner.is_working',
    'account.country.lowerAscii() in ["br", "pt"]',
    '-account.employees < 0 && account.employees % 2 == 0 && account.employees / 2 > 1.5',
    'account.owner.is_working == false',
    'grade < "B"',
  ])('%s', (source) => {
    expect(checkExpression(parseForTest(source), schema, 'bool')).toMatchObject({ ok: true, problems: [] })
  })
})

describe('the type of a value', () => {
  test.each([
    ['1 + 2', 'int'],
    ['1 / 2', 'double'],
    ['1 + 2.0', 'double'],
    ['"a" + "b"', 'string'],
    ['now - now', 'duration'],
    ['duration("1h") + now', 'timestamp'],
    ['size("a")', 'int'],
    ['[1, 2]', 'list'],
    ['true ? 1 : 2.5', 'double'],
    ['anything + 1', 'dyn'],
  ])('%s is %s', (source, kind) => {
    expect(checkExpression(parseForTest(source), schema).type.kind).toBe(kind)
  })
})

describe('what is refused', () => {
  test.each([
    ['account.employes > 3', 8, 'account has no field "employes"', 'Did you mean employees?'],
    ['acount.employees > 3', 0, 'There is no "acount"', 'Did you mean account?'],
    ['zzzzzz == 1', 0, 'There is no "zzzzzz"', 'Use one of grade, now'],
    ['grade == "A9"', 9, '"A9" is never a value of grade', 'Did you mean "A1"?'],
    ['grade in ["A1", "Z7"]', 16, '"Z7" is never a value', 'Use one of "A1"'],
    ['"prise" in person.topics', 0, '"prise" is never a value of person.topics', '"price"'],
    [
      'account.employees == "50"',
      0,
      'account.employees is a whole number and "50" is a text',
      'Write 50 without quotes',
    ],
    ['account.created_at > "2026-01-01"', 0, 'a point in time', 'timestamp('],
    ['now - account.created_at > 3', 0, 'a length of time', 'duration('],
    ['account.owner == 1', 0, 'account.owner is a record', 'Compare one of its fields'],
    ['person.tags == "x"', 0, 'person.tags is a list', '"in"'],
    ['true < false', 0, 'true is true or false', '=='],
    ['account.employees && true', 0, 'account.employees is a whole number; true or false is needed', 'x >= 50'],
    ['!account.country', 1, 'account.country is a text', 'x >= 50'],
    ['account.employees', 0, 'This is a whole number', 'x >= 50'],
    ['account.country.size', 16, 'account.country is a text: it has no fields', 'Remove .size'],
    ['person.visits.seconds > 1', 14, 'a list', 'person.visits.exists(x, x.seconds'],
    ['account.country in "BR"', 19, '"BR" is a text; a list is needed', 'in ["a", "b"]'],
    ['account.employees in ["BR"]', 0, 'cannot be compared', 'one type'],
    ['[1, "a"] == null', 4, '"a" is a text', 'one type'],
    ['person.tags["a"] == "x"', 12, 'The index is a text', 'list[0]'],
    ['account[0] == "x"', 0, 'it has no items', 'after a dot'],
    ['account.employees.startsWith("5")', 0, 'a whole number; a text is needed', 'text'],
    ['size(account.employees) > 1', 5, 'it has no size', 'text or a list'],
    ['account.country.exists(c, c == "x")', 0, 'a list is needed', 'lists only'],
    ['person.visits.exists(v, v.second > 3)', 26, 'v has no field "second"', 'seconds'],
    ['person.tags.exists(t, t)', 22, 't is a text', 'x >= 50'],
    ['now + now == now', 0, '+ does not work between', 'Use numbers'],
    ['true ? 1 : "a"', 11, 'One answer is a whole number, the other is a text', 'same type'],
    ['-account.country == "x"', 1, 'cannot be negated', '"not"'],
  ])('%s', (source, offset, message, remedy) => {
    const { ok, problems } = checkExpression(parseForTest(source), schema, 'bool')
    expect(ok).toBe(false)
    expect(problems[0]?.message).toContain(message)
    expect(problems[0]?.remedy).toContain(remedy)
    expect(problems).toHaveLength(1)
    if (!source.includes('.size') && !source.includes('.seconds')) expect(problems[0]?.offset).toBe(offset)
  })

  test('several mistakes are all named', () => {
    const { problems } = checkExpression(parseForTest('acount.x > 1 && grade == "Q" || person.rol == "owner"'), schema)
    expect(problems.map((each) => each.offset)).toEqual([0, 25, 39])
  })

  test('a declared field is never found on the prototype', () => {
    const bare: Schema = { kind: 'object', fields: {} }
    expect(checkExpression(parseForTest('a.find == 1'), { kind: 'object', fields: { a: bare } }).ok).toBe(false)
  })
})
