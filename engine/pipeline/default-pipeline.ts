import type { Pipeline } from '../agreement/compiled.ts'

/** The one pipeline of an agreement that writes none: deals stand where facts say, and a win by word counts as unproven. */
export const DEFAULT_PIPELINE: Pipeline = {
  name: 'Sales',
  because: null,
  stages: [
    { name: 'open', owner: 'sales', knownAs: null, exit: [], exitWhen: null, probability: 0.1 },
    { name: 'offer', owner: 'sales', knownAs: null, exit: [], exitWhen: null, probability: 0.4 },
    { name: 'negotiation', owner: 'sales', knownAs: null, exit: [], exitWhen: null, probability: 0.7 },
  ],
  winNeeds: 'contract or payment',
  refusesUnproven: false,
}
