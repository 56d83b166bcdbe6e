import type { FastifyInstance } from 'fastify'
import { PROBLEMS } from './problem.ts'

const MEANINGS: Record<keyof typeof PROBLEMS, string> = {
  'bad-request':
    'The request does not fit the contract of its address. `errors` names each place; `mend` says what to do.',
  'not-signed-in': 'Nobody is signed in, or the write key is not valid.',
  'not-allowed': 'The role of the person, or the owner of the lead, does not allow this.',
  'not-found': 'What the address names is not there (any more).',
  conflict: 'It has changed meanwhile, or it exists already. Read it again and decide anew.',
  'too-large': 'More than is accepted at once.',
  'wrong-kind-of-file': 'The file is not a table that can be read.',
  refused: 'The agreement in force, or a rule of the house, refuses this now. Nothing was recorded.',
  'too-many-requests': 'Slow down and try again after the time named.',
  'not-ready': 'The database does not answer just now. Nothing was changed; try again after a few seconds.',
}

/** Serves the page to which the `type` of every problem points. */
export function serveProblemDocs(app: FastifyInstance): void {
  const items = Object.entries(PROBLEMS).map(([code, status]) => {
    const meaning = Object.entries(MEANINGS).find(([name]) => name === code)?.[1] ?? ''
    return `<dt id="${code}"><code>${code}</code> (${status})</dt><dd>${meaning.replace(/`(\w+)`/g, '<code>$1</code>')}</dd>`
  })
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Problems · Ensemble</title><style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui;max-width:42rem;margin:3rem auto;padding:0 1rem}dt{font-weight:600;margin-top:1rem}dd{margin:0}</style>
<h1>What the API answers when it refuses</h1><p>Every refusal is <code>application/problem+json</code> (RFC 9457) with <code>code</code>, <code>detail</code>, what to do (<code>mend</code>) and, where it applies, every place (<code>errors</code>).</p><dl>${items.join('')}</dl></html>`
  app.get('/docs/problems', async (_request, reply) => reply.type('text/html; charset=utf-8').send(page))
}
