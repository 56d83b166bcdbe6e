import { describe, expect, test } from 'vitest'
import { DOCUMENT } from '../lifecycle/story-for-test.ts'
import { compileAgreement } from './compile-agreement.ts'

const STEPS = `    - { after: 1 working hour, do: reassign, of: [acceptance, first contact], at_most: 2 }
    - { after: 4 working hours, do: tell, whom: head of sales }
`

function problemsOf(steps: string): { what: string; mend: string; line: number }[] {
  expect(DOCUMENT).toContain(STEPS)
  const compiled = compileAgreement(DOCUMENT.replace(STEPS, steps), 1)
  return compiled.ok ? [] : compiled.problems
}

describe('an escalation that leads upwards is taken', () => {
  test.each([
    [
      'several rungs',
      `    - { after: 1 working hour, do: tell, whom: manager }\n    - { after: 1 working day, do: tell, whom: head of sales }\n`,
    ],
    ['a team and somebody by e-mail', `    - { after: 1 working hour, do: tell, whom: [team Sales, ana@x.example] }\n`],
    [
      'the same step for different promises',
      `    - { after: 1 working hour, do: tell, whom: manager, of: [verdict] }\n    - { after: 1 hour, do: tell, whom: manager, of: [feedback] }\n`,
    ],
    ['nothing at all', '    []\n'],
  ])('%s', (_, steps) => {
    expect(problemsOf(steps)).toEqual([])
  })
})

describe('an escalation is refused, with its line and a remedy', () => {
  test.each([
    [
      'of a word that names nobody',
      `    - { after: 1 hour, do: tell, whom: head of sale }\n`,
      /nobody who could be told/,
      /Did you mean "head of sales"/,
    ],
    [
      'of a boss that is no word of the language',
      `    - { after: 1 hour, do: tell, whom: the big boss }\n`,
      /nobody/,
      /team NAME/,
    ],
    ['that names somebody twice', `    - { after: 1 hour, do: tell, whom: [manager, manager] }\n`, /twice/, /once/],
    [
      'that goes backwards in time',
      `    - { after: 1 working day, do: tell, whom: manager }\n    - { after: 1 working hour, do: tell, whom: head of sales }\n`,
      /Step 2 comes before step 1/,
      /in the order/,
    ],
    [
      'that says the same twice',
      `    - { after: 1 hour, do: tell, whom: manager }\n    - { after: 2 hours, do: tell, whom: manager, of: [verdict] }\n`,
      /Step 2 does again what step 1 did/,
      /Keep one/,
    ],
    [
      'that leads in a circle back to the owner',
      `    - { after: 1 hour, do: tell, whom: owner }\n    - { after: 2 hours, do: tell, whom: head of sales }\n    - { after: 3 hours, do: tell, whom: manager }\n`,
      /Step 3 goes back down/,
      /further up/,
    ],
    ['that reassigns feedback', `    - { after: 1 hour, do: reassign, of: [feedback] }\n`, /no seller/, /Leave/],
  ])('%s', (_, steps, what, mend) => {
    const [problem] = problemsOf(steps)
    expect(problem?.what).toMatch(what)
    expect(problem?.mend).toMatch(mend)
    expect(problem?.line).toBeGreaterThan(50)
  })
})
