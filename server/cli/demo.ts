import { parseArgs } from 'node:util'
import { openContext } from '../compose.ts'
import { ExplainedError } from '../explained-error.ts'
import { beginDemo } from '../features/demo/begin-demo.ts'
import type { DemoProgress } from '../features/demo/demo-progress.ts'
import { type DemoMade, makeDemo } from '../features/demo/make-demo.ts'
import { withDemoLock } from '../features/demo/with-demo-lock.ts'
import { Problem } from '../http/problem.ts'

export const summary = 'Fills an empty installation with a company that does not exist'

export const help = `
Usage: ensemble demo [--leads N] [--seed N] [--password TEXT] [--json]

Makes two years of history of an invented company, up to now: campaigns, visitors, leads, sellers good and bad, broken promises, deals
won and lost, and a few leads of the last minutes with running clocks. The same number and seed make the same company.
Only into an installation without leads; one that was cut off goes on when asked for with the same number and seed.

Options:
  --leads N         people who become leads, 100 to 1000000 (default 5000)
  --seed N          a whole number from 0 to 2147483647 (default 7)
  --password TEXT   lets the invented colleagues sign in with this password, 10 to 200 characters (default: they cannot)
  --json            print the answer as JSON
`

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      leads: { type: 'string', default: '5000' },
      seed: { type: 'string', default: '7' },
      password: { type: 'string' },
      json: { type: 'boolean' },
    },
  })
  const leads = wholeNumber('--leads', values.leads, 100, 1_000_000)
  const seed = wholeNumber('--seed', values.seed, 0, 2_147_483_647)
  const { password = null } = values
  if (password !== null && (password.length < 10 || password.length > 200))
    throw new ExplainedError('A password has 10 to 200 characters.')
  const { ctx, close } = await openContext()
  try {
    const made = await withDemoLock(ctx.db, async () => {
      await beginDemo(ctx.db, { leads, seed }, ctx.now())
      return makeDemo(ctx, { password, onProgress: values.json ? () => undefined : showProgress })
    })
    if (made === null)
      throw new ExplainedError('Another process is making the demo right now; it will be finished without you.')
    console.log(values.json ? JSON.stringify(dataOf(made), undefined, 2) : textOf(made, password !== null))
    return 0
  } catch (error) {
    throw error instanceof Problem ? new ExplainedError([error.message, error.mend].filter(Boolean).join(' ')) : error
  } finally {
    await close()
  }
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= most) return value
  throw new ExplainedError(`${option} is a whole number from ${least} to ${most}; "${text}" is not.`)
}

let shownTenth = 0

function showProgress({ done, total }: DemoProgress): void {
  const tenth = Math.floor((done * 10) / total)
  if (tenth > shownTenth) console.error(`${done} of ${total} leads ...`)
  shownTenth = tenth
}

function dataOf({ leads, facts, duplicates, seed, endsAt, cast }: DemoMade) {
  return {
    leads,
    facts,
    alreadyThere: duplicates,
    seed,
    endsAt: new Date(endsAt).toISOString(),
    users: cast.members.map(({ name, email, role, team, isActive }) => ({ name, email, role, team, isActive })),
  }
}

function textOf(made: DemoMade, canSignIn: boolean): string {
  const [seller] = made.cast.sellers
  const [manager] = made.cast.managers
  const signIn = canSignIn
    ? `Sign in as ${seller?.email} (a seller with leads waiting) or ${manager?.email} (a manager), with the password you gave.`
    : 'The invented colleagues cannot sign in; see their leads with an account of your own.'
  return `Made ${made.leads} leads with ${made.facts} facts (seed ${made.seed}).\n${signIn}`
}
