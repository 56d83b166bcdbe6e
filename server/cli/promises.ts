import { parseArgs } from 'node:util'
import { z } from 'zod'
import { openContext } from '../compose.ts'
import { ExplainedError } from '../explained-error.ts'
import { getPromises } from '../features/promises/get-promises.ts'
import type { Question } from '../features/promises/question.ts'
import { Problem } from '../http/problem.ts'
import { promisesTable } from './promises-table.ts'

export const summary = 'Prints what both teams promised, and what came of it'

export const help = `
Usage: ensemble promises [--from DAY --to DAY] [--person ID] [--team ID] [--channel NAME] [--grade GRADE] [--json]

The board of promises of a period, by default this week: what marketing delivered against its burn-up, what sales kept and
broke, with n and 95 % Wilson intervals. The same figures as in the web.

Options:
  --from DAY       first day, included, such as 2026-11-01
  --to DAY         day after the last, excluded, such as 2026-12-01
  --person ID      only the leads of one seller
  --team ID        only the leads of one team of sales
  --channel NAME   only the leads of one channel
  --grade GRADE    only leads of a grade (A1) or of its letter (A)
  --json           print the answer as JSON
`

const options = z.strictObject({
  from: z.iso.date('--from is a day such as 2026-11-01').optional(),
  to: z.iso.date('--to is a day such as 2026-12-01').optional(),
  person: z.uuid('--person is the id of a colleague').optional(),
  team: z.uuid('--team is the id of a team').optional(),
  channel: z.string().optional(),
  grade: z
    .string()
    .regex(/^[A-D][1-4]?$/, '--grade is such as A1, or A')
    .optional(),
})

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      person: { type: 'string' },
      team: { type: 'string' },
      channel: { type: 'string' },
      grade: { type: 'string' },
      json: { type: 'boolean' },
    },
  })
  const { json, ...given } = values
  const question = readQuestion(given)
  const { ctx, close } = await openContext()
  try {
    const board = await getPromises(ctx, question, 'en')
    console.log(json === true ? JSON.stringify(board, undefined, 2) : promisesTable(board))
    return 0
  } catch (error) {
    throw error instanceof Problem ? new ExplainedError([error.message, error.mend].filter(Boolean).join(' ')) : error
  } finally {
    await close()
  }
}

function readQuestion(given: object): Question {
  const parsed = options.safeParse(given)
  if (!parsed.success) throw new ExplainedError(`${parsed.error.issues.map(({ message }) => message).join('; ')}.`)
  const { from, to } = parsed.data
  if ((from === undefined) !== (to === undefined))
    throw new ExplainedError('--from and --to go together: give both, or neither for this week.')
  return { ...parsed.data, period: from === undefined ? 'week' : 'custom' }
}
