import { join, resolve } from 'node:path'
import type { z } from 'zod'
import { ExplainedError } from './explained-error.ts'
import { projectRoot } from './project-root.ts'
import { settings } from './settings.ts'

type Settings = typeof settings
type Value<K extends keyof Settings> = z.output<Settings[K]['schema']>
type OptionalKey = 'databaseUrl' | 'pgBin' | 'secret' | 'smtpUrl' | 'mailFrom'

/** What the environment says, parsed once. Folders are absolute. */
export type Config = { [K in Exclude<keyof Settings, OptionalKey>]: Value<K> } & {
  [K in OptionalKey]: Value<K> | undefined
}

type Readable<S> = { env: string; allowed: string; schema: S; default: string | undefined; isHidden?: boolean }

/** Reads every setting, or throws one message that names each bad variable, its value and what is allowed. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const problems: string[] = []
  const read = <S extends z.ZodType>(setting: Readable<S>): z.output<S> | undefined => {
    const given = env[setting.env] || setting.default
    if (given === undefined) return undefined
    const parsed = setting.schema.safeParse(given)
    if (parsed.success) return parsed.data
    const shown = setting.isHidden ? '(hidden)' : given
    problems.push(`${setting.env}=${shown} is not allowed: it must be ${setting.allowed}.`)
    return undefined
  }
  const port = read(settings.port) ?? 0
  const config: Config = {
    port,
    host: read(settings.host) ?? '',
    publicUrl: read(settings.publicUrl) ?? `http://localhost:${port}`,
    home: resolve(read(settings.home) ?? join(projectRoot, '.ensemble')),
    databaseUrl: read(settings.databaseUrl),
    role: read(settings.role) ?? 'all',
    pgBin: read(settings.pgBin),
    secret: read(settings.secret),
    smtpUrl: read(settings.smtpUrl),
    mailFrom: read(settings.mailFrom),
    canHookLoopback: read(settings.canHookLoopback) ?? false,
    intake: read(settings.intake) ?? 'auto',
    logLevel: read(settings.logLevel) ?? 'info',
  }
  if (problems.length === 0) return config
  throw new ExplainedError(`${problems.join('\n')}\nEvery setting is explained in docs/settings.md.`)
}
