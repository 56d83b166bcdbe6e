import { writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { openContext } from '../compose.ts'
import type { Context } from '../context.ts'
import { ExplainedError } from '../explained-error.ts'
import { addressOf } from '../features/people/follow-redirect.ts'
import { erasePerson } from '../features/privacy/erase-person.ts'
import { exportPage } from '../features/privacy/export-page.ts'
import { exportPerson } from '../features/privacy/export-person.ts'
import { previewErasure } from '../features/privacy/preview-erasure.ts'
import { Problem } from '../http/problem.ts'

export const summary = 'Takes out everything held about a person, or erases them for good'

export const help = `
Usage: ensemble person export WHO [--html] [--out FILE]
       ensemble person erase WHO --reason TEXT [--yes] [--json]

WHO is an e-mail, a telephone, an external id, or the id in the address of the person's page.

"export" prints everything held about them as JSON, or as a page to read. It is written down that it was taken.
"erase" shows what goes, what stays without a name and what is closed, and asks to type the person's address before
it goes on. Credits and counts stay; an older backup or an import does not bring the person back. It cannot be undone.

Options:
  --html         a page instead of JSON
  --out FILE     write into a file that only you may read
  --reason TEXT  why they are erased, kept in the log; do not name the person
  --yes          do not ask
  --json         print the answer as JSON
`

const OPTIONS = {
  html: { type: 'boolean' },
  out: { type: 'string' },
  reason: { type: 'string' },
  yes: { type: 'boolean' },
  json: { type: 'boolean' },
} as const

type Flags = Partial<{ html: boolean; out: string; reason: string; yes: boolean; json: boolean }>

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS })
  const [action, who, ...rest] = positionals
  if ((action !== 'export' && action !== 'erase') || who === undefined || rest.length > 0)
    throw new ExplainedError('Say what to do: export WHO, or erase WHO --reason TEXT. See `ensemble person --help`.')
  const reason = values.reason?.trim() ?? ''
  if (action === 'erase' && (reason.length < 3 || reason.length > 500))
    throw new ExplainedError('Say why: ensemble person erase WHO --reason "asked by letter" (3 to 500 characters).')
  const { ctx, close } = await openContext()
  try {
    const personId = await findPerson(ctx, who)
    return action === 'export' ? await take(ctx, personId, values) : await erase(ctx, personId, reason, values)
  } catch (error) {
    throw error instanceof Problem ? new ExplainedError([error.message, error.mend ?? ''].join(' ').trim()) : error
  } finally {
    await close()
  }
}

async function findPerson(ctx: Pick<Context, 'db'>, who: string): Promise<string> {
  if (/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(who)) return (await addressOf(ctx.db, who)) ?? who
  const { rows } = await ctx.db.query<{ person_id: string }>(
    `select distinct person_id from identities
      where (kind = 'email' and value = lower($1)) or (kind = 'external' and value = $1)
         or (kind = 'phone' and regexp_replace(value, '\\D', '', 'g') = regexp_replace($1, '\\D', '', 'g') and $1 ~ '\\d{6}')
      limit 2`,
    [who.trim()],
  )
  const [found, another] = rows
  if (found === undefined) throw new ExplainedError(`Nobody here is known by "${who}". Search for them under People.`)
  if (another !== undefined)
    throw new ExplainedError(`More than one person is known by "${who}". Give the id in the address of their page.`)
  return found.person_id
}

async function take(ctx: Context, personId: string, { html, out }: Flags): Promise<number> {
  const held = await exportPerson(ctx, personId, null)
  const text = html ? exportPage(held).markup : JSON.stringify(held, undefined, 2)
  if (out === undefined) console.log(text)
  else {
    await writeFile(out, `${text}\n`, { mode: 0o600 })
    console.error(`Wrote ${out}.`)
  }
  return 0
}

async function erase(ctx: Context, personId: string, reason: string, { yes, json }: Flags): Promise<number> {
  const { isErased, confirm, goes, stays, closes } = await previewErasure(ctx, personId)
  if (isErased) throw new ExplainedError('This person is erased already.')
  if (!yes) {
    console.error(
      [
        `Goes: ${goes.keys} addresses, numbers and ids; the words and names in ${goes.facts} facts; ${goes.notices} notices; ${goes.mentions} notes about others; the files of ${goes.uploads} imports.`,
        `Stays without a name: ${stays.leads} leads, ${stays.deals} deals. Is closed: ${closes.leads} leads, ${closes.deals} deals.`,
      ].join('\n'),
    )
    const asker = createInterface({ input: process.stdin, output: process.stderr })
    const typed = await asker.question(`Type ${confirm} to erase them for good: `).finally(() => asker.close())
    if (typed.trim().toLowerCase() !== confirm.toLowerCase())
      throw new ExplainedError('That is not their address. Nothing was erased.')
  }
  const erased = await erasePerson(ctx, { personId, reason, by: null })
  console.log(json ? JSON.stringify(erased, undefined, 2) : `Erased ${personId}.`)
  return 0
}
