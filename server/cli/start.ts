import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { buildWeb } from './build-web.ts'
import { refuseTakenPort } from './refuse-taken-port.ts'
import { untilAskedToStop } from './until-asked-to-stop.ts'

export const summary = 'Starts Ensemble and says at which address it is'

export const help = `
Usage: ensemble start [--no-build]

Starts the database (the embedded one, or the one DATABASE_URL names), brings its schema up to date, builds the
pages when their sources changed, and serves until it is stopped (Ctrl-C). Work in progress is finished first.

Options:
  --no-build   do not look whether the pages must be built

Settings come from the environment: PORT, ENSEMBLE_HOME, DATABASE_URL, ENSEMBLE_ROLE and others; see docs/settings.md.
`

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { 'no-build': { type: 'boolean' } } })
  const config = readConfig()
  const stopAsked = untilAskedToStop()
  if (config.role !== 'worker') await refuseTakenPort(config)
  if (!values['no-build'] && config.role !== 'worker') await buildWeb(console.log)
  const { startServer } = await import('../main.ts')
  const server = await startServer(config, console.log)
  console.log(config.role === 'worker' ? 'Ensemble is working on jobs and clocks.' : `Ensemble is ready: ${server.url}`)
  const signal = await stopAsked
  console.log(`Stopping (${signal}): finishing what is in progress ...`)
  await server.stop()
  console.log('Stopped.')
  return 0
}
