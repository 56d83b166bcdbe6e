import type { AgreementProblem } from '@ensemble/engine/agreement/problem.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { isMeant, type Parties, type Side } from './parties.ts'

export function noSuchVersion(version: number | string): Problem {
  return new Problem('not-found', `There is no version ${version} of the agreement.`, {
    mend: 'Look at the list of versions.',
  })
}

/** The problems of a document as places: `line 12, F3`. */
export function unreadable(problems: readonly AgreementProblem[], consequence: string): Problem {
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`
  return new Problem('refused', `The document has ${count}. ${consequence}`, {
    mend: 'Mend the lines named in errors and send it again.',
    errors: problems.slice(0, 100).map(({ line, clause, path, what, mend }) => ({
      where: `line ${line}, ${clause === null ? path || 'document' : `clause ${clause}`}`,
      what,
      mend,
    })),
  })
}

/** The side a person signs for: that of their team. */
export function signingSide(caller: Caller): Side {
  const { side } = caller
  if (side === null) {
    throw new Problem('not-allowed', 'You belong to no team, so you sign for neither side.', {
      mend: 'People of the marketing team and of the sales team sign. An administrator can put you in one of them.',
    })
  }
  return side
}

/** Where the document names its signatories, only these sign. */
export function refuseUnnamed(side: Side, parties: Parties, who: { name: string; email: string | null }): void {
  const { signs } = parties[side]
  if (typeof signs === 'number' || signs.some((word) => isMeant(word, who))) return
  throw new Problem('not-allowed', `This version is signed for ${side} by ${signs.join(', ')}.`, {
    mend: 'Ask one of them, or draft a version that names you.',
  })
}
