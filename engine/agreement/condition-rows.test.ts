import { describe, expect, it } from 'vitest'
import { parseExpression } from '../cel/parse-expression.ts'
import { conditionOf, rowsOf } from './condition-rows.ts'

function rows(source: string) {
  const parsed = parseExpression(source)
  return parsed.ok ? rowsOf(parsed.ast.root) : null
}

describe('a condition as rows', () => {
  it.each([
    'account.employees >= 50',
    'grade in ["A1", "A2", "B1"]',
    '!(account.country in ["FR", "BE"])',
    'person.asked_for_a_call',
    '!person.email_is_free_mail && person.email != ""',
    'has(account.domain) && !has(person.phone)',
    'page.path.startsWith("/pricing") || page.path.contains("price")',
    'fit >= 40 && (engagement > 20.5 || person.asked_for_a_call)',
    'traits["years in \\"trade\\""] < -3',
    '!form.name.endsWith("demo")',
  ])('%s is written again as it was', (source) => {
    const read = rows(source)
    expect(read).not.toBeNull()
    expect(read === null ? '' : conditionOf(read)).toBe(source)
  })

  it.each([
    ['50 <= account.employees', 'account.employees >= 50'],
    ['person.asked_for_a_call == true', 'person.asked_for_a_call'],
    ['!(person.country == "FR")', 'person.country != "FR"'],
  ])('%s becomes %s', (source, written) => {
    const read = rows(source)
    expect(read === null ? '' : conditionOf(read)).toBe(written)
  })

  it.each([
    'size(person.name) > 3',
    'person.country == account.country',
    'a && (b || (c && d))',
    'fit + engagement > 90',
    'lowerAscii(person.role) == "owner"',
  ])('%s says more than rows can', (source) => expect(rows(source)).toBeNull())
})
