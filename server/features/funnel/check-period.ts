import { Problem } from '../../http/problem.ts'

/** Refuses a period without days. Both are days, YYYY-MM-DD. */
export function checkPeriod({ from, to }: { from: string; to: string }): void {
  if (from < to) return
  throw new Problem('bad-request', `The period from ${from} to ${to} has no days.`, {
    mend: '"to" is the day after the last: for the whole of 2018 write from 2018-01-01 to 2019-01-01.',
    errors: [{ where: 'query.to', what: 'is not after from' }],
  })
}
