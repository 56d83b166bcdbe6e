import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { numberedIds } from './numbered-ids.ts'

it('numbers ids in the order they are met, the same ones alike, and tells them again', () => {
  const ids = Array.from({ length: 20_000 }, () => randomUUID())
  const rows = Buffer.concat(ids.map((id) => Buffer.from(id.replaceAll('-', ''), 'hex')))
  const known = numberedIds()
  for (let round = 0; round < 2; round += 1)
    for (const place of ids.keys()) expect(known.numberOf(rows, place * 16)).toBe(place)
  expect(known.count()).toBe(ids.length)
  expect(ids.map((_, number) => known.textOf(number))).toEqual(ids)
  expect(known.textOf(ids.length)).toBe('')
})
