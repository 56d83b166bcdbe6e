import { parse } from 'csv-parse/sync'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Problem, type ProblemPlace } from '../../http/problem.ts'
import { forgetGrouping } from './present-grouping.ts'

const HOST = /^[a-z0-9.-]{1,253}\.[a-z0-9-]{2,63}(\/[^\s/]{1,100})?$/
/** Only the first folder of an address tells one host of many things from another. */
const BELOW = /^([^/]+\/[^/]+)\/.*$/
const MOST_HOSTS = 20_000

/** Replaces the company's own list of hosts, all or nothing. An empty text leaves only what the product knows. */
export async function saveHosts(ctx: Context, text: string): Promise<{ hosts: number }> {
  const hosts = readHostTable(text)
  await inTransaction(ctx.db, async (tx) => {
    await tx.query('delete from channel_hosts')
    await tx.query(
      `insert into channel_hosts (host, source, medium)
       select host, source, medium from json_to_recordset($1::json) as r(host text, source text, medium text)`,
      [JSON.stringify([...hosts.values()])],
    )
  })
  forgetGrouping(ctx)
  return { hosts: hosts.size }
}

type Host = { host: string; source: string; medium: string }

/** Rows of `medium,source,host`; the last of one host counts. */
function readHostTable(text: string): Map<string, Host> {
  const hosts = new Map<string, Host>()
  if (text.trim() === '') return hosts
  const records = recordsOf(text)
  const header = (records[0] ?? []).map((cell) => cell.trim().toLowerCase())
  const [medium, source, host] = ['medium', 'source', 'host'].map((name) => header.indexOf(name))
  if (medium === undefined || source === undefined || host === undefined || Math.min(medium, source, host) < 0)
    throw new Problem('bad-request', 'The table has no columns medium, source and host.', {
      mend: 'Put medium,source,host into its first line.',
      errors: [{ where: 'line 1', what: 'names other columns' }],
    })
  const errors: ProblemPlace[] = []
  for (const [index, record] of records.slice(1).entries()) {
    const name = (record[host] ?? '')
      .trim()
      .toLowerCase()
      .replace(/^www\./, '')
      .replace(/[/\s]+$/, '')
      .replace(BELOW, '$1')
    if (HOST.test(name))
      hosts.set(name, {
        host: name,
        source: (record[source] ?? '').trim().slice(0, 200) || name,
        medium: (record[medium] ?? '').trim().toLowerCase().slice(0, 60) || 'unknown',
      })
    else if (name !== '' && errors.length < 20)
      errors.push({
        where: `line ${index + 2}`,
        what: `"${name.slice(0, 60)}" is no host`,
        mend: 'Write such as example.org.',
      })
  }
  if (errors.length > 0)
    throw new Problem('bad-request', 'Some lines name no host.', {
      mend: 'Correct the lines named in errors. Nothing was changed.',
      errors,
    })
  if (hosts.size > MOST_HOSTS)
    throw new Problem('too-large', `${hosts.size} hosts; ${MOST_HOSTS} is the most.`, { mend: 'Leave rare ones out.' })
  return hosts
}

function recordsOf(text: string): string[][] {
  try {
    return parse(text, { relax_column_count: true, skip_empty_lines: true, bom: true })
  } catch {
    throw new Problem('bad-request', 'This is no CSV.', { mend: 'Separate cells by commas; close every quote.' })
  }
}
