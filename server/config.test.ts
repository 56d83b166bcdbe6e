import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('an empty environment gives the defaults', () => {
  const config = readConfig({})
  expect(config).toMatchObject({
    port: 4321,
    host: '127.0.0.1',
    role: 'all',
    publicUrl: 'http://localhost:4321',
    databaseUrl: undefined,
  })
  expect(config.home).toMatch(/[\\/]\.ensemble$/)
})

test('an empty variable counts as absent', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 4321, databaseUrl: undefined })
})

test.each([
  ['PORT', '80a', 'PORT=80a is not allowed: it must be a whole number from 0 to 65535'],
  ['PORT', '70000', 'PORT=70000 is not allowed'],
  ['ENSEMBLE_ROLE', 'both', 'ENSEMBLE_ROLE=both is not allowed: it must be all, web or worker'],
  ['DATABASE_URL', 'mysql://root:pw@db', 'DATABASE_URL=(hidden) is not allowed: it must be a postgres://'],
  ['ENSEMBLE_PUBLIC_URL', 'ftp://example.com', 'ENSEMBLE_PUBLIC_URL=ftp://example.com is not allowed'],
  ['ENSEMBLE_SECRET', 'short', 'ENSEMBLE_SECRET=(hidden) is not allowed: it must be at least 32 characters'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL=loud is not allowed'],
])('%s=%s is refused with its name, value and what is allowed', (name, value, message) => {
  expect(() => readConfig({ [name]: value })).toThrow(message)
})

test('every bad value is named at once', () => {
  expect(() => readConfig({ PORT: 'x', ENSEMBLE_ROLE: 'y' })).toThrow(/PORT=x.*\n.*ENSEMBLE_ROLE=y/)
})
