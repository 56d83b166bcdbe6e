import { settings } from './settings.ts'

type Documented = { env: string; doc: string; allowed: string; default: string | undefined; defaultDoc?: string }

/** The text of docs/settings.md. */
export function settingsDoc(): string {
  const documented: Documented[] = Object.values(settings)
  const rows = documented.map((setting) => {
    const byDefault = setting.defaultDoc ?? `\`${setting.default}\``
    return `| \`${setting.env}\` | ${setting.doc} | ${setting.allowed} | ${byDefault} |`
  })
  return [
    '# Settings',
    '',
    'Ensemble is set by environment variables, read once at start. A bad value stops the start with a message that names it.',
    'This page is made from `server/settings.ts` by `bin/make-settings-doc.ts`.',
    '',
    '| variable | what it does | allowed | default |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
