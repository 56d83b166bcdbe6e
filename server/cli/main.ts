import { ExplainedError } from '../explained-error.ts'
import { commands } from './commands.ts'

// Whoever started us through a channel and died wants us to end as well, in order.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()

process.exitCode = await dispatch(process.argv.slice(2))

async function dispatch(args: string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    console.log(await listing())
    return name === undefined ? 2 : 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    console.error(`ensemble: there is no command "${name}".\n\n${await listing()}`)
    return 2
  }
  const command = await load()
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(command.help.trim())
    return 0
  }
  try {
    return await command.run(rest)
  } catch (error) {
    return report(name, error)
  }
}

function report(name: string, error: unknown): number {
  if (error instanceof ExplainedError) {
    console.error(`ensemble: ${error.message}`)
    return 1
  }
  const isUsage = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  if (isUsage) {
    console.error(`ensemble: ${error.message}\nSee \`ensemble ${name} --help\`.`)
    return 2
  }
  console.error(error)
  return 1
}

async function listing(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => `  ${name.padEnd(12)}${(await load()).summary}`),
  )
  return `Usage: ensemble COMMAND [OPTIONS]\n\nCommands:\n${lines.join('\n')}\n\n\`ensemble COMMAND --help\` explains one.`
}
