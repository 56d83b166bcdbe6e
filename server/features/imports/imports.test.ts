import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import type { Pool } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '../../context.ts'
import { type Ask, type House, openHouse } from '../../test/house.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { cancelImport } from './cancel-import.ts'
import { peopleCsv } from './fixtures/people-csv.ts'
import { importTasks } from './jobs.ts'
import { resumeImports } from './resume-imports.ts'
import { ENDPOINTS } from './routes.ts'
import { runImport } from './run-import.ts'
import { undoImport } from './undo-import.ts'
import type { ImportView } from './view-of.ts'

let house: House
let ask: Ask
let cookie = ''
let home = ''

beforeAll(async () => {
  house = await openHouse(ENDPOINTS)
  home = await mkdtemp(join(tmpdir(), 'ensemble-imports-'))
  house.ctx.home = home
  await runMigrations({ pgPool: house.ctx.db })
  const marketer = await house.as('marketer')
  ask = marketer.ask
  cookie = marketer.cookie
})

afterAll(async () => {
  await house.close()
  await rm(home, { recursive: true, force: true })
})

afterEach(async () => {
  await house.ctx.db.query(
    'truncate facts, decisions, leads, clocks, deals, people, identities, accounts, hand_offs, imports, import_issues, graphile_worker._private_jobs cascade',
  )
})

async function upload(
  files: Record<string, string | Buffer>,
): Promise<{ status: number; view: ImportView; detail: string }> {
  const form = new FormData()
  for (const [name, content] of Object.entries(files)) form.append('files', new Blob([Buffer.from(content)]), name)
  const request = new Request('http://x/', { method: 'POST', body: form })
  const answer = await house.app.inject({
    method: 'POST',
    url: '/api/imports',
    payload: Buffer.from(await request.arrayBuffer()),
    headers: { host: 'ensemble.example', cookie, 'content-type': request.headers.get('content-type') ?? '' },
  })
  return { status: answer.statusCode, view: answer.json(), detail: answer.body }
}

const view = async (id: string): Promise<ImportView> => (await ask({ url: `/api/imports/${id}` })).json()
const start = (id: string, body: object = {}) => ask({ method: 'POST', url: `/api/imports/${id}/runs`, body })

async function importAll(
  files: Record<string, string | Buffer>,
  mapping?: Partial<NonNullable<ImportView['mapping']>>,
): Promise<ImportView> {
  const { view: uploaded, detail } = await upload(files)
  if (!uploaded.id) throw new Error(detail)
  const answer = await start(uploaded.id, uploaded.mapping ? { mapping: { ...uploaded.mapping, ...mapping } } : {})
  expect(answer.statusCode, answer.body).toBe(202)
  await runImport(house.ctx, uploaded.id)
  return view(uploaded.id)
}

async function issuesOf(id: string): Promise<string[]> {
  const answer = await ask({ url: `/api/imports/${id}/issues?limit=200` })
  const { issues }: { issues: { row: number; severity: string; code: string }[] } = answer.json()
  return issues.map(({ row, severity, code }) => `${row} ${severity} ${code}`)
}

async function counts(): Promise<Record<string, number>> {
  const { rows } =
    await house.ctx.db.query(`select (select count(*)::int from people) as people, (select count(*)::int from facts) as facts,
    (select count(*)::int from decisions where revised_at is null) as decisions, (select count(*)::int from leads) as leads, (select count(*)::int from identities) as identities,
    (select count(*)::int from accounts) as accounts, (select count(*)::int from clocks) as clocks`)
  return rows[0]
}

const NOTHING = { people: 0, facts: 0, decisions: 0, leads: 0, identities: 0, accounts: 0, clocks: 0 }

/** A context whose database does `interrupt` just before progress that says `part` is stored, the first time. */
function interrupted(ctx: Context, part: string, interrupt: () => Promise<void>): Context {
  let isDone = false
  const hook = (target: object): object =>
    new Proxy(target, {
      get(on, name) {
        const value: unknown = Reflect.get(on, name, on)
        if (name === 'connect' && typeof value === 'function') return async () => hook(await value.call(on))
        if (name !== 'query' || typeof value !== 'function') return typeof value === 'function' ? value.bind(on) : value
        return (...args: unknown[]) => {
          const isHere = String(args[0]).startsWith('update imports set progress') && String(args[1]).includes(part)
          if (!isHere || isDone) return value.apply(on, args)
          isDone = true
          return interrupt().then(() => value.apply(on, args))
        }
      },
    })
  return { ...ctx, db: hook(ctx.db) as unknown as Pool }
}

describe('a table of contacts', () => {
  const csv =
    'E-mail;Vorname;Nachname;Firma;Mitarbeiter;Erstellt am;Telefon;Notiz\nAda@Example.com;Ada;Lövelace;Analytical GmbH;1.200;10.12.2025;030 901820;mag Tee\nbob@;Bob;;;;31.02.2025;;\n'

  test('its columns are understood, previewed, imported and read back', async () => {
    const { status, view: uploaded } = await upload({ '../../kontakte.csv': Buffer.from(csv, 'latin1') })
    expect(status).toBe(201)
    expect(uploaded).toMatchObject({
      profile: 'contacts',
      title: 'kontakte.csv',
      status: 'uploaded',
      createdBy: { name: 'A marketer' },
    })
    expect(uploaded.files[0]).toMatchObject({ encoding: 'Windows-1252', separator: ';' })
    expect(uploaded.mapping?.columns).toEqual({
      'E-mail': 'person.email',
      Vorname: 'person.firstName',
      Nachname: 'person.lastName',
      Firma: 'account.name',
      Mitarbeiter: 'account.employees',
      'Erstellt am': 'at',
      Telefon: 'person.phone',
      Notiz: null,
    })
    const mapping = {
      ...uploaded.mapping,
      columns: { ...uploaded.mapping?.columns, Notiz: 'trait:note' },
      dateFormat: 'day-first',
      zone: 'Europe/Berlin',
      country: 'DE',
    }
    const preview = await ask({ method: 'POST', url: `/api/imports/${uploaded.id}/previews`, body: { mapping } })
    expect(preview.json().rows[0]).toEqual({
      row: 2,
      becomes: {
        'person.name': 'Ada Lövelace',
        'person.email': 'ada@example.com',
        'person.phone': '+4930901820',
        'account.name': 'Analytical GmbH',
        'account.employees': 1200,
        'traits.note': 'mag Tee',
        'lead.recorded at': '2025-12-09T23:00:00.000Z',
      },
      problems: [],
    })
    expect(preview.json().columns[0]).toEqual({
      name: 'E-mail',
      target: 'person.email',
      samples: ['Ada@Example.com', 'bob@'],
    })
    expect(await counts()).toEqual(NOTHING)
    await start(uploaded.id, { mapping, saveProfileAs: 'Kontakte' })
    await runImport(house.ctx, uploaded.id)
    const done = await view(uploaded.id)
    expect(done).toMatchObject({
      status: 'done',
      error: null,
      result: { read: 2, people: 2, leads: 1, accounts: 1, facts: 3, dropped: 0, repaired: 2 },
    })
    expect(await issuesOf(uploaded.id)).toEqual([
      '3 repaired invalid-email',
      '3 repaired impossible-date',
      '3 warning no-key',
    ])
    const { rows } = await house.ctx.db.query('select name, email, phone, company from people order by email')
    expect(rows[0]).toEqual({
      name: 'Ada Lövelace',
      email: 'ada@example.com',
      phone: '+4930901820',
      company: 'Analytical GmbH',
    })
    const profiles = (await ask({ url: '/api/import-profiles' })).json()
    expect(profiles.saved).toMatchObject([{ name: 'Kontakte', mapping: { country: 'DE' } }])
    expect((await ask({ method: 'DELETE', url: `/api/import-profiles/${profiles.saved[0].id}` })).statusCode).toBe(204)
  })

  test('history starts no clock', async () => {
    await importAll({ 'a.csv': [...peopleCsv(50)].join('') })
    expect(await counts()).toMatchObject({ people: 50, leads: 50, clocks: 0, accounts: 10 })
  })

  test('imported again it changes nothing', async () => {
    const first = await importAll({ 'a.csv': [...peopleCsv(50)].join('') })
    const before = await counts()
    const again = await importAll({ 'renamed.csv': [...peopleCsv(50)].join('') })
    expect(await counts()).toEqual(before)
    expect(first.result).toMatchObject({ people: 50, unchanged: 0 })
    expect(again.result).toMatchObject({ read: 50, people: 0, facts: 0, unchanged: 50, updated: 0 })
  })

  test('the next export of the same system adds only what is new', async () => {
    await importAll({ 'a.csv': [...peopleCsv(50)].join('') })
    const next = [...peopleCsv(50)]
      .join('')
      .replace('Given7,', 'Givenseven,')
      .concat('new@example.com,New,One,,,,,,,,,,2025-01-01,lead\n')
    expect((await importAll({ 'b.csv': next })).result).toMatchObject({
      people: 1,
      updated: 1,
      unchanged: 49,
      leads: 1,
      facts: 3,
    })
  })

  const twice = 'email,name\nada@example.com,Ada\nADA@example.com ,Ada L\nbob@example.com,Bob\n'
  test('an address that stands twice is one person', async () => {
    const done = await importAll({ 'a.csv': twice })
    expect(done.result).toMatchObject({ read: 3, people: 2, dropped: 0 })
    expect(await issuesOf(done.id)).toEqual(['1 warning no-date-column', '3 warning same-person'])
    const { rows } = await house.ctx.db.query("select name from people where email = 'ada@example.com'")
    expect(rows).toEqual([{ name: 'Ada L' }])
  })
  test('or its second row is left out, and people known before as well', async () => {
    await importAll({ 'a.csv': 'email,name\nbob@example.com,Robert\n' })
    const done = await importAll({ 'b.csv': twice }, { duplicates: 'skip' })
    expect(done.result).toMatchObject({ people: 1, dropped: 2 })
    expect(await issuesOf(done.id)).toEqual([
      '1 warning no-date-column',
      '3 dropped same-person',
      '4 dropped already-known',
    ])
  })

  test('a row that says its person is deleted, and one that names nobody, are left out', async () => {
    const done = await importAll({
      'a.csv': 'email,name,is_deleted\na@example.com,A,TRUE\n,,false\nb@example.com,B,false\n',
    })
    expect(done.result).toMatchObject({ people: 1, dropped: 2 })
    expect(await issuesOf(done.id)).toEqual([
      '1 warning no-date-column',
      '2 dropped deleted-at-source',
      '3 dropped nobody',
    ])
  })

  test('new leads of today are worked today: they are not history', async () => {
    await importAll({ 'a.csv': [...peopleCsv(5)].join('') }, { treatAs: 'new leads' })
    const { rows } = await house.ctx.db.query(
      "select bool_or(is_history) as history, min(opened_at) > now() - interval '1 minute' as today from leads",
    )
    expect(rows[0]).toEqual({ history: false, today: true })
  })

  test('a mapping with a target there is not is refused by name', async () => {
    const { view: uploaded } = await upload({ 'a.csv': twice })
    const answer = await start(uploaded.id, { mapping: { ...uploaded.mapping, columns: { email: 'person.mail' } } })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().detail).toContain('"person.mail"')
  })
})

describe('bad files', () => {
  test('what is no table is refused at the door and not kept', async () => {
    const { status, detail } = await upload({ 'leads.csv': Buffer.from('%PDF-1.7 ....') })
    expect(status).toBe(415)
    expect(detail).toContain('is a PDF document')
    expect((await ask({ url: '/api/imports' })).json().imports).toEqual([])
  })

  test('a quote that is never closed fails with its row, and nothing is written', async () => {
    const rows = [...peopleCsv(2_700)]
    rows[2_500] = '"never closed,x\n'
    const done = await importAll({ 'a.csv': rows.join('') })
    expect(done.status).toBe('failed')
    expect(done.error).toContain('opens in row 2501')
    expect(await counts()).toEqual(NOTHING)
  })

  test('the error file is safe to open in a spreadsheet', async () => {
    const done = await importAll({ 'a.csv': 'email,name\n=cmd|calc,\n"@SUM(1)\tx",\n' })
    const answer = await ask({ url: `/api/imports/${done.id}/issues.csv` })
    expect(answer.headers['content-type']).toContain('text/csv')
    const lines = answer.body.replace('\uFEFF', '').trimEnd().split('\r\n')
    expect(lines[0]).toBe('file,row,field,severity,code,message,original row')
    expect(lines.find((line) => line.includes('cmd'))).toMatch(/,"'=cmd\|calc,"$/)
    expect(lines.find((line) => line.includes('SUM'))).toMatch(/,"'@SUM\(1\)\tx,"$/)
  })
})

describe('a run that does not come to its end', () => {
  const csv = [...peopleCsv(2_100)].join('')

  test('killed after a batch was recorded but before that was noted, it goes on without double effect', async () => {
    const { view: uploaded } = await upload({ 'a.csv': csv })
    await start(uploaded.id)
    const kill = async (): Promise<never> => {
      throw Object.assign(new Error('Connection terminated'), { code: '57P01' })
    }
    await expect(runImport(interrupted(house.ctx, '"batches":2', kill), uploaded.id)).rejects.toThrow(
      'Connection terminated',
    )
    const stopped = await view(uploaded.id)
    expect(stopped.status).toBe('running')
    expect(stopped.progress?.done).toBeLessThan(2_100)
    await house.ctx.db.query('truncate graphile_worker._private_jobs')
    await resumeImports(house.ctx)
    const jobs = await house.ctx.db.query<{ payload: { importId: string } }>(
      'select payload from graphile_worker._private_jobs',
    )
    expect(jobs.rows.map((row) => row.payload.importId)).toEqual([uploaded.id])
    await runImport(house.ctx, uploaded.id)
    const done = await view(uploaded.id)
    expect(done).toMatchObject({ status: 'done', result: { read: 2_100, people: 2_100, leads: 2_100, unchanged: 0 } })
    const after = await counts()
    const other = await importAll({ 'again.csv': csv })
    expect(other.result).toMatchObject({ facts: 0, unchanged: 2_100 })
    expect(await counts()).toEqual(after)
  })

  test('cancelled, it takes back what it had written', async () => {
    await recordFacts(house.ctx, [
      {
        kind: 'person.identified',
        at: Date.UTC(2025, 0, 1),
        messageId: 'x',
        source: 'test',
        actor: null,
        isHistory: true,
        who: { email: 'person5@company5.example.com' },
        touch: null,
        data: { person: { name: 'Known before' } },
      },
    ])
    const before = await counts()
    const { view: uploaded } = await upload({ 'a.csv': csv })
    await start(uploaded.id)
    await runImport(
      interrupted(house.ctx, '"batches":2', () => cancelImport(house.ctx, uploaded.id)),
      uploaded.id,
    )
    expect((await view(uploaded.id)).status).toBe('undoing')
    expect((await counts()).people).toBeGreaterThan(1)
    await importTasks(house.ctx)['undo-import']?.({ importId: uploaded.id }, {} as never)
    expect((await view(uploaded.id)).status).toBe('cancelled')
    expect(await counts()).toMatchObject({ people: 1, facts: 1, leads: 0, accounts: 0, decisions: before.decisions })
    const { rows } = await house.ctx.db.query('select name, facts from people')
    expect(rows).toEqual([{ name: 'Known before', facts: 1 }])
  })

  test('failing, it takes back what it had written and may be run again', async () => {
    const { view: uploaded } = await upload({ 'a.csv': csv })
    await start(uploaded.id)
    const fail = async (): Promise<never> => {
      throw Object.assign(new Error('disk full'), { code: '53100' })
    }
    await runImport(interrupted(house.ctx, '"batches":2', fail), uploaded.id)
    expect(await view(uploaded.id)).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('disk of the database is full'),
    })
    expect(await counts()).toEqual(NOTHING)
    await start(uploaded.id)
    await runImport(house.ctx, uploaded.id)
    expect(await view(uploaded.id)).toMatchObject({ status: 'done', error: null, result: { people: 2_100 } })
  })

  test('two workers at once do it once', async () => {
    const { view: uploaded } = await upload({ 'a.csv': csv })
    await start(uploaded.id)
    await Promise.all([runImport(house.ctx, uploaded.id), runImport(house.ctx, uploaded.id)])
    expect(await view(uploaded.id)).toMatchObject({ status: 'done', result: { people: 2_100, unchanged: 0 } })
  })
})

describe('undoing a whole import', () => {
  test('everything goes, except people who have since done something else', async () => {
    const done = await importAll({ 'a.csv': [...peopleCsv(1_200)].join('') })
    await recordFacts(house.ctx, [
      {
        kind: 'form.submitted',
        at: Date.now() - 1000,
        messageId: 'later',
        source: 'test',
        actor: null,
        isHistory: false,
        who: { email: 'person7@company7.example.com' },
        touch: null,
        data: { name: 'Demo' },
      },
    ])
    const answer = await ask({ method: 'POST', url: `/api/imports/${done.id}/undo` })
    expect(answer.json()).toMatchObject({ status: 'undoing' })
    await undoImport(house.ctx, done.id)
    expect(await view(done.id)).toMatchObject({ status: 'undone', result: null })
    const { rows } = await house.ctx.db.query(
      "select i.value, l.attempt, l.is_history from identities i join leads l using (person_id) where i.kind = 'email'",
    )
    expect(rows).toEqual([{ value: 'person7@company7.example.com', attempt: 1, is_history: false }])
    await undoImport(house.ctx, done.id)
    expect((await counts()).people).toBe(1)
  })

  test('killed in the middle it is repeated', async () => {
    const done = await importAll({ 'a.csv': [...peopleCsv(1_200)].join('') })
    await ask({ method: 'POST', url: `/api/imports/${done.id}/undo` })
    const kill = async (): Promise<never> => {
      throw new Error('killed')
    }
    await expect(undoImport(interrupted(house.ctx, 'taking back', kill), done.id)).rejects.toThrow('killed')
    expect((await counts()).people).toBe(700)
    await undoImport(house.ctx, done.id)
    expect(await counts()).toEqual(NOTHING)
  })

  test('only what is done can be undone', async () => {
    const { view: uploaded } = await upload({ 'a.csv': 'email\na@example.com\n' })
    expect((await ask({ method: 'POST', url: `/api/imports/${uploaded.id}/undo` })).statusCode).toBe(409)
    expect((await ask({ method: 'POST', url: `/api/imports/${uploaded.id}/cancellation` })).json().status).toBe(
      'cancelled',
    )
  })
})

test('a workbook is imported like a table', async () => {
  const { makeWorkbook } = await import('./fixtures/make-workbook.ts')
  const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
  const done = await importAll({
    'people.xlsx': makeWorkbook([
      `<row r="1">${cell('A1', 'Adresse e-mail')}${cell('B1', 'Nom complet')}${cell('C1', 'Créé le')}</row>`,
      `<row r="2">${cell('A2', 'ada@example.com')}${cell('B2', 'Ada')}<c r="C2" s="1"><v>45000</v></c></row>`,
    ]),
  })
  expect(done.result).toMatchObject({ people: 1, leads: 1 })
  const { rows } = await house.ctx.db.query('select opened_at from leads')
  expect(rows).toEqual([{ opened_at: new Date('2023-03-15T00:00:00Z') }])
})

test('viewers see no imports, sellers start none', async () => {
  const viewer = await house.as('viewer')
  const seller = await house.as('seller')
  expect((await viewer.ask({ url: '/api/imports' })).statusCode).toBe(403)
  expect((await seller.ask({ url: '/api/imports' })).statusCode).toBe(200)
  expect((await seller.ask({ method: 'POST', url: '/api/imports', body: {} })).statusCode).toBe(403)
})

test('the name of an upload is shown, never opened', async () => {
  const secret = join(home, 'secret.csv')
  await writeFile(secret, 'email\na@example.com\n')
  const { view: uploaded } = await upload({ [`${'../'.repeat(8)}${secret}`]: 'email\nb@example.com\n' })
  expect(uploaded.title).toBe('secret.csv')
  expect(uploaded.files[0]?.bytes).toBe(20)
})
