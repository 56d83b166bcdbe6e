import { Problem } from '../../http/problem.ts'

export function noSuchCampaign(): Problem {
  return new Problem('not-found', 'There is no such campaign.', { mend: 'Look at the list of campaigns.' })
}

export function nameTaken(name: string, by: string, where: string): Problem {
  return new Problem('conflict', `The name "${name}" already leads to the campaign "${by}".`, {
    mend: `Choose another name, or take it from "${by}" first.`,
    errors: [{ where, what: `leads to "${by}"` }],
  })
}

export function nameEmpty(name: string, where: string): Problem {
  return new Problem('bad-request', `"${name}" is no name.`, {
    mend: 'Use letters or digits.',
    errors: [{ where, what: 'has neither letters nor digits' }],
  })
}
