import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from './commands.ts'

function ensemble(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })))
}

test('every command has a summary of one line and a help that shows how it is used', async () => {
  for (const [name, load] of Object.entries(commands)) {
    const command = await load()
    expect(command.summary, name).toMatch(/^[A-Z][^\n]{10,90}$/)
    expect(command.help, name).toContain(`Usage: ensemble ${name}`)
  }
})

test('help lists every command', async () => {
  const { code, out } = await ensemble(['--help'])
  expect(code).toBe(0)
  for (const name of Object.keys(commands)) expect(out).toContain(`  ${name} `)
})

test('an unknown command is named, with the list', async () => {
  const { code, err } = await ensemble(['strat'])
  expect(code).toBe(2)
  expect(err).toMatch(/no command "strat"[\s\S]*start /)
})

test('an unknown option is named, with where to look', async () => {
  const { code, err } = await ensemble(['backup', '--loud'])
  expect(code).toBe(2)
  expect(err).toMatch(/--loud[\s\S]*ensemble backup --help/)
})

test('a bad setting is a message, not a stack', async () => {
  const { code, err } = await ensemble(['start'], { PORT: 'many' })
  expect(code).toBe(1)
  expect(err).toContain('PORT=many is not allowed')
  expect(err).not.toContain('    at ')
})
