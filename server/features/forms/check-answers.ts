import { z } from 'zod'
import type { AnswerProblems, Answers, Field, FieldName } from './field.ts'
import { type Language, PHRASES } from './phrases.ts'

const LONGEST: Partial<Record<FieldName, number>> = { message: 2_000 }
const isEmail = z.email()

/** What of each answer cannot be used, in the reader's language. Empty when all is well. */
export function checkAnswers(fields: readonly Field[], answers: Answers, language: Language): AnswerProblems {
  const words = PHRASES[language]
  const problems: AnswerProblems = {}
  for (const { name, isRequired } of fields) {
    const value = answers[name] ?? ''
    if (value === '') {
      if (isRequired) problems[name] = words.missing
    } else if (value.length > (LONGEST[name] ?? 200)) problems[name] = words.tooLong
    else if (name === 'email' && !isEmail.safeParse(value).success) problems[name] = words.emailWrong
    else if (name === 'phone' && !isPhone(value)) problems[name] = words.phoneWrong
    else if (name === 'employees' && countOf(value) === null) problems[name] = words.numberWrong
  }
  const reach = fields.find(({ name }) => name === 'email') ?? fields.find(({ name }) => name === 'phone')
  const isReachable = ['email', 'phone'].some((name) => (answers[name] ?? '') !== '')
  if (reach !== undefined && !isReachable) problems[reach.name] ??= words.emailOrPhone
  return problems
}

/** How many people, or null when it is no whole number. */
export function countOf(text: string): number | null {
  const plain = text.replaceAll(/[\s.,'’]/g, '')
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null
}

function isPhone(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '').length
  return digits >= 6 && digits <= 15 && /^[\d\s().+/x-]+$/i.test(text)
}
