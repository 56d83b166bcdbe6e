import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openHouse } from '../../../../test/house.ts'
import { importFiles } from '../../import-files.ts'
import { kindOfTouch } from './kind-of-touch.ts'

let house: House
let folder = ''
beforeAll(async () => {
  house = await openHouse([])
  folder = await mkdtemp(join(tmpdir(), 'touches-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await house.close()
})

const bring = async (text: string, treatAs: 'history' | 'new leads' = 'history') => {
  const path = join(folder, 'touches.csv')
  await writeFile(path, text)
  return importFiles(house.ctx, {
    files: [{ name: 'touches.csv', path }],
    profileId: 'touches',
    mapping: { treatAs },
    userId: null,
  })
}
const TABLE = `touch,email,name,date,campaign
attended,ana@x.example,Ana,2026-01-05,Spring fair
letter sent,ana@x.example,Ana,2026-01-09,Van key
answered,,Bo Nameless,2026-01-12,Van key
call,cy@x.example,Cy,2026-01-13,
attended,di@x.example,Di,2026-01-13,
danced,ed@x.example,Ed,2026-01-13,Spring fair
letter sent,fa@x.example,Fa,,Van key
letter sent,,,2026-01-13,Van key
`

it('attendees, letters and calls become facts with their campaign; what cannot is told with its row', async () => {
  const done = await bring(TABLE)
  expect(done.status).toBe('done')
  const facts = () =>
    house.ctx.db.query(
      `select kind, campaign, channel, is_history from facts where kind not in ('person.identified', 'clock.struck') order by occurred_at, kind`,
    )
  const expected = [
    { kind: 'event.attended', campaign: 'Spring fair', channel: 'event', is_history: true },
    { kind: 'letter.sent', campaign: 'Van key', channel: 'direct mail', is_history: true },
    { kind: 'letter.answered', campaign: 'Van key', channel: 'direct mail', is_history: true },
    { kind: 'call.received', campaign: null, channel: null, is_history: true },
  ]
  expect((await facts()).rows).toEqual(expected)
  const issues = await house.ctx.db.query(
    `select row_number, code from import_issues where severity = 'dropped' order by row_number`,
  )
  expect(issues.rows).toEqual([
    { row_number: 6, code: 'no-event' },
    { row_number: 7, code: 'unknown-touch' },
    { row_number: 8, code: 'no-date' },
    { row_number: 9, code: 'nobody' },
  ])
  await bring(TABLE)
  expect((await facts()).rows).toEqual(expected)
})

it('taken as new, an answer is a lead to work today', async () => {
  await bring('touch,email,date,campaign\nletter answered,new@x.example,2026-02-01,Van key\n', 'new leads')
  const { rows } = await house.ctx.db.query(
    `select l.is_history, l.campaign from leads l join people p on p.person_id = l.person_id where p.email = 'new@x.example'`,
  )
  expect(rows).toEqual([{ is_history: false, campaign: 'Van key' }])
})

it.each([
  ['Attended', 'event.attended'],
  ['Courrier envoyé', 'letter.sent'],
  ['a répondu', 'letter.answered'],
  ['phoned', 'call.received'],
  ['slept', null],
])('%s is %s', (word, kind) => expect(kindOfTouch(word)).toBe(kind))
