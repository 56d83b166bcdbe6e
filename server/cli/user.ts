import { parseArgs } from 'node:util'
import { openContext } from '../compose.ts'
import { ExplainedError } from '../explained-error.ts'
import { Problem } from '../http/problem.ts'
import { runUserAction, type UserFlags } from './user-actions.ts'

export const summary = 'Lists and adds colleagues, sets passwords and roles'

export const help = `
Usage: ensemble user list [--json]
       ensemble user add EMAIL [--name NAME] [--role ROLE] [--team TEAM] [--password PASSWORD | --password-stdin] [--json]
       ensemble user set-password EMAIL [--password PASSWORD | --password-stdin] [--json]
       ensemble user role EMAIL ROLE [--json]

"add" without a password prints a link with which the person sets one; it works once, for seven days.
The first person of a new installation must be an administrator with a password; adding them sets up the house.
"set-password" without a password prints such a link too, for somebody who cannot sign in any more.

Options:
  --name NAME        the person's name (default: the part of the e-mail before the @)
  --role ROLE        admin, manager, marketer, seller or viewer (default: viewer)
  --team TEAM        the name of a team, such as Sales
  --password TEXT    at least 10 characters; others on this machine may see it, so prefer:
  --password-stdin   read the password from standard input
  --company NAME     with the first person: the name of the company
  --currency CODE    with the first person: the company's currency (default: EUR)
  --json             print the answer as JSON
`

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      role: { type: 'string' },
      team: { type: 'string' },
      password: { type: 'string' },
      'password-stdin': { type: 'boolean' },
      company: { type: 'string' },
      currency: { type: 'string' },
      json: { type: 'boolean' },
    },
  })
  const password = values['password-stdin'] ? await readPassword() : values.password
  if (password !== undefined && (password.length < 10 || password.length > 200)) {
    throw new ExplainedError('A password has 10 to 200 characters.')
  }
  const flags: UserFlags = {
    name: values.name,
    role: values.role,
    team: values.team,
    password,
    company: values.company,
    currency: values.currency,
  }
  const { ctx, close } = await openContext()
  try {
    const { data, text } = await runUserAction(ctx, positionals, flags)
    console.log(values.json ? JSON.stringify(data, undefined, 2) : text)
    return 0
  } catch (error) {
    throw error instanceof Problem ? new ExplainedError([error.message, error.mend].filter(Boolean).join(' ')) : error
  } finally {
    await close()
  }
}

/** The first line of standard input. */
async function readPassword(): Promise<string> {
  let text = ''
  for await (const chunk of process.stdin) text += String(chunk)
  return text.split(/\r?\n/)[0] ?? ''
}
