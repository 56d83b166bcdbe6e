import { z } from 'zod'

/** What is never in an archive: with it whoever reads the file could come in. */
export const LEFT_OUT = ['credentials', 'api_keys', 'sessions', 'verifications', 'mail_sign_ins'] as const

export const manifestSchema = z.object({
  format: z.literal('ensemble-archive'),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.string().max(200)),
  tables: z.array(
    z.object({
      name: z.string().regex(/^[a-z_][a-z0-9_]*$/),
      file: z.string().max(300),
      columns: z.array(z.object({ name: z.string().max(200), type: z.string().max(200) })),
      rows: z.int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), value: z.string().regex(/^-?\d+$/), isCalled: z.boolean() })),
  leftOut: z.array(z.string()),
})

/** What stands beside the tables of an archive: their columns, how many rows they have, and what is not there. */
export type Manifest = z.output<typeof manifestSchema>

export const READ_ME = `This archive holds everything this Ensemble knew at one moment.

tables/*.csv    one file a table: UTF-8, comma, first line with the names of the columns. An empty cell is nothing (NULL),
                "" is an empty text. Moments are UTC. Amounts are integer cents in the currency beside them.
                A text that begins with = + - @, a tab or a line break, or with an apostrophe, has one apostrophe before it,
                so that no table program takes it for a formula; take it away when you read the cell.
uploads/*       files that were uploaded for imports
manifest.json   tables, types of columns, numbers of rows, checksums, and what was left out: passwords, sign-ins, API keys.
                Passwords of mailboxes and secrets of webhooks are sealed with the secret of the house they come from.

To bring it up again: ensemble import archive FILE (into an empty installation).
`
