import { Problem } from '../../http/problem.ts'
import { TARGET_LIST, unknownTargets } from './profiles/contacts/columns-of.ts'
import type { Mapping } from './profiles/profile.ts'

/** Refuses a mapping that names targets or a zone there is not, or that makes no person. */
export function checkMapping(mapping: Mapping | null): void {
  if (mapping === null)
    throw new Problem('bad-request', 'This import needs a mapping.', { mend: 'Say what each column becomes.' })
  const unknown = unknownTargets(mapping)
  if (unknown.length > 0) {
    throw new Problem(
      'bad-request',
      `The mapping names targets there are not: ${unknown.map((one) => `"${one}"`).join(', ')}.`,
      { mend: `Use ${TARGET_LIST}.` },
    )
  }
  try {
    new Intl.DateTimeFormat('en', { timeZone: mapping.zone })
  } catch {
    throw new Problem('bad-request', `"${mapping.zone}" is not a time zone.`, {
      mend: 'Use a name such as Europe/Paris.',
    })
  }
}
