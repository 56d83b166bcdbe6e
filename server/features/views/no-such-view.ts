import { Problem } from '../../http/problem.ts'

/** What is not there, and what is not theirs, looks the same to whoever asks. */
export function noSuchView(): Problem {
  return new Problem('not-found', 'There is no such view of yours.', { mend: 'Load the list again.' })
}
