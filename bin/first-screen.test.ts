import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = join(dirname(fileURLToPath(import.meta.url)), '../web/src')
const STATIC = /^(?:import|export)\s(?!type\s)(?:[^'"]*?\sfrom\s)?'([^']+)'/gm

/** What a module imports, directly and through others, without waiting; each with the way to it. */
function imported(start: string): Map<string, string> {
  const ways = new Map([[start, relative(src, start)]])
  const wait = [start]
  for (let path = wait.pop(); path !== undefined; path = wait.pop()) {
    if (!/\.tsx?$/.test(path) || !existsSync(path)) continue
    for (const [, to = ''] of readFileSync(path, 'utf8').matchAll(STATIC)) {
      const target = to.startsWith('.') ? join(dirname(path), to) : to
      if (ways.has(target)) continue
      ways.set(target, `${ways.get(path)} > ${to}`)
      wait.push(target)
    }
  }
  return ways
}

/** Libraries that are for what opens later: fields, menus, dialogs, tables, telephone numbers of the world. */
const LATER = /^(@mantine\/core|@tanstack\/react-virtual|libphonenumber-js|i18next|d3-)/

test.each([
  'main.tsx',
  'pages/today/today-page.tsx',
  'calls/calls-today.tsx',
  'pages/meetings/meetings-today.tsx',
  'pages/today/deals-today.tsx',
])('%s is part of the first screen: what is heavy comes when it is opened (PlainButton, lazyForms)', (file) => {
  const ways = imported(join(src, file))
  expect(ways.size).toBeGreaterThan(5)
  expect([...ways].filter(([target]) => LATER.test(target)).map(([, way]) => way)).toEqual([])
})
