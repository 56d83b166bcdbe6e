import type { z } from 'zod'
import type { form } from './contract.ts'

export type HostedForm = z.output<typeof form>
export type Field = HostedForm['fields'][number]
export type FieldName = Field['name']
/** What somebody typed, by name of the input. */
export type Answers = Readonly<Record<string, string>>
export type AnswerProblems = Partial<Record<FieldName | ConsentBox, string>>
/** The name of the box beside a purpose. Its value is the version of the wording that stood there. */
export type ConsentBox = `consent:${string}`
