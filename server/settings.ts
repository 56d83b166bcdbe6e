import { z } from 'zod'

/** One setting of the environment: its variable, what it does (for docs/settings.md), what is allowed, what holds when it is absent. */
type Setting = {
  env: string
  doc: string
  allowed: string
  schema: z.ZodType
  default: string | undefined
  /** How the default reads when it is not a plain value. */
  defaultDoc?: string
  /** Never shown in a message. */
  isHidden?: boolean
}

const text = z.string().min(1)

/** Every setting there is. docs/settings.md is made from this table. */
export const settings = {
  port: {
    env: 'PORT',
    doc: 'The port the web server listens on.',
    allowed: 'a whole number from 0 to 65535 (0: any free port)',
    schema: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().max(65_535)),
    default: '4321',
  },
  host: {
    env: 'HOST',
    doc: 'The address the web server listens on. `0.0.0.0` accepts connections from other machines.',
    allowed: 'an address or host name of this machine',
    schema: text.regex(/^[\w.:-]+$/),
    default: '127.0.0.1',
  },
  publicUrl: {
    env: 'ENSEMBLE_PUBLIC_URL',
    doc: 'The address people type to reach Ensemble, as written in mails, invitations and forms.',
    allowed: 'an http:// or https:// address',
    schema: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
    default: undefined,
    defaultDoc: '`http://localhost:` and the port',
  },
  home: {
    env: 'ENSEMBLE_HOME',
    doc: 'The data folder: the embedded database, the generated secret, uploaded files.',
    allowed: 'a folder that can be written (made when absent)',
    schema: text,
    default: undefined,
    defaultDoc: '`.ensemble` in the project folder',
  },
  databaseUrl: {
    env: 'DATABASE_URL',
    doc: 'Use this PostgreSQL (15 or later) instead of the embedded one.',
    allowed: 'a postgres:// or postgresql:// address',
    schema: z.string().regex(/^postgres(ql)?:\/\//),
    default: undefined,
    isHidden: true,
    defaultDoc: 'the embedded PostgreSQL',
  },
  role: {
    env: 'ENSEMBLE_ROLE',
    doc: 'What this process does: serve pages and the API (`web`), run jobs and clocks (`worker`), or both (`all`).',
    allowed: 'all, web or worker',
    schema: z.enum(['all', 'web', 'worker']),
    default: 'all',
  },
  pgBin: {
    env: 'ENSEMBLE_PG_BIN',
    doc: 'Run the embedded database with the PostgreSQL programs (`initdb`, `postgres`) of this folder instead of the packaged ones.',
    allowed: 'a folder',
    schema: text,
    default: undefined,
    defaultDoc: 'the packaged PostgreSQL 18',
  },
  secret: {
    env: 'ENSEMBLE_SECRET',
    doc: 'The key that signs sessions and encrypts stored credentials. Every process of an installation needs the same one.',
    allowed: 'at least 32 characters',
    schema: z.string().min(32),
    default: undefined,
    isHidden: true,
    defaultDoc: 'made at the first start and kept in the data folder',
  },
  smtpUrl: {
    env: 'SMTP_URL',
    doc: 'The mail server by which notices, invitations and new passwords are sent. Without it an administrator may set one in the web; without either, notices stay in the app.',
    allowed: 'smtp://user:password@host:587 (STARTTLS when offered) or smtps://user:password@host:465 (TLS)',
    schema: z.url({ protocol: /^smtps?$/ }),
    default: undefined,
    isHidden: true,
    defaultDoc: 'what is set in the web, if anything',
  },
  mailFrom: {
    env: 'MAIL_FROM',
    doc: 'The sender of the mails of `SMTP_URL`.',
    allowed: 'an e-mail address, or `Name <address>`',
    schema: z.string().regex(/^(?:[^<>\r\n"]+<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/),
    default: undefined,
    defaultDoc: '`ensemble@` and the host of `ENSEMBLE_PUBLIC_URL`',
  },
  canHookLoopback: {
    env: 'ENSEMBLE_WEBHOOKS_TO_LOOPBACK',
    doc: 'Allow webhooks to http:// addresses of this very machine (`localhost`, `127.0.0.1`), to try a receiver out. Never for production.',
    allowed: 'yes or no',
    schema: z.enum(['yes', 'no']).transform((word) => word === 'yes'),
    default: 'no',
  },
  intake: {
    env: 'ENSEMBLE_INTAKE',
    doc: 'How events are stored before they are answered: completely recorded (`whole`), stored in the inbox and recorded a moment later (`inbox`), or the first while few arrive and the second while many do (`auto`).',
    allowed: 'auto, whole or inbox',
    schema: z.enum(['auto', 'whole', 'inbox']),
    default: 'auto',
  },
  logLevel: {
    env: 'LOG_LEVEL',
    doc: 'How much is written to the log.',
    allowed: 'fatal, error, warn, info, debug, trace or silent',
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    default: 'info',
  },
} as const satisfies Record<string, Setting>
