import { existsSync, readFileSync } from 'node:fs'
import { runMigrations } from 'graphile-worker'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENDPOINTS } from '../../endpoints.ts'
import { type Ask, type House, openHouse } from '../../test/house.ts'
import { searchConversations } from './search-conversations.ts'

/** Call 1 of the domain's vectors. */
const TURNS: [string, number, number, string][] = [
  ['Rep', 0, 8, 'Thank you for taking the time. What brings you here?'],
  ['Ana Costa', 8.8, 30, 'We lose orders, and our ERP speaks to nothing.'],
  ['Rep', 30.9, 36.9, 'Since when?'],
  ['Ana Costa', 37.5, 79.5, 'Since spring. Rivalis told us it cannot be done.'],
  ['Ana Costa', 80, 95, 'And it is too expensive for what it does.'],
  ['Rep', 96.4, 120.4, 'Let me show you.'],
  ['Ana Costa', 120, 150, 'Yes, how long does it take?'],
  ['Rep', 151, 157, 'Two weeks.'],
]
const clock = (s: number) => `00:${String(Math.floor(s / 60)).padStart(2, '0')}:${(s % 60).toFixed(3).padStart(6, '0')}`
const VTT = `WEBVTT\n\n${TURNS.map(([who, from, to, text]) => `${clock(from)} --> ${clock(to)}\n<v ${who}>${text}</v>`).join('\n\n')}\n`

let house: House
let seller: { id: string; ask: Ask }
let personId: string
beforeAll(async () => {
  house = await openHouse(ENDPOINTS)
  await runMigrations({ pgPool: house.ctx.db })
  seller = await house.as('seller')
  const answer = await seller.ask({
    method: 'POST',
    url: '/api/facts',
    body: {
      facts: [
        { kind: 'person.identified', who: { email: 'ana@padaria.example' }, data: { person: { name: 'Ana Costa' } } },
      ],
    },
  })
  personId = answer.json().facts[0].personId
})
afterAll(() => house.close())

function upload(ask: Ask, url: string, text: string | Buffer, fields: Record<string, string> = {}) {
  const boundary = 'xxBOUNDARYxx'
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const head = `${parts.join('')}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="call.vtt"\r\ncontent-type: text/vtt\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), Buffer.from(text), Buffer.from(`\r\n--${boundary}--\r\n`)])
  return ask({
    method: 'POST',
    url,
    body: body.toString('latin1'),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  })
}

const speakers = JSON.stringify([{ key: 'Rep', side: 'rep' }])

describe('a transcript', () => {
  it('says before anything is stored who probably speaks', async () => {
    const answer = await upload(seller.ask, '/api/conversations/previews', VTT, { personId })
    expect(answer.statusCode).toBe(200)
    const [one] = answer.json().conversations
    expect(one).toMatchObject({ kind: 'call', source: 'webvtt', durationMs: 157_000 })
    const [rep, ana] = one.speakers
    expect(ana).toMatchObject({ key: 'Ana Costa', side: 'prospect', person: { personId } })
    expect(rep).toMatchObject({ key: 'Rep', side: 'rep' })
  })

  it('measures as the vectors say, joins the story, and is heard for needs', async () => {
    const added = await upload(seller.ask, `/api/people/${personId}/conversations`, VTT, {
      speakers,
      callKind: 'discovery',
      title: 'First call',
    })
    expect([added.statusCode, added.json().isNew]).toEqual([201, true])
    const { conversationId } = added.json()
    const got = (await seller.ask({ url: `/api/conversations/${conversationId}` })).json()
    expect(got.figures.repShare).toBeCloseTo(0.289093, 6)
    expect(got.figures.switches).toBe(6)
    expect(got.figures.switchesPerMinute).toBeCloseTo(2.292994, 6)
    expect(got.figures.patienceMs).toMatchObject({ n: 3, median: 1000 })
    expect(got.figures.prospect).toMatchObject({ interruptions: 1, longestTurn: { spanMs: 57_500 } })
    expect(got.target).toMatchObject({ from: 0.6, to: 0.7 })
    const heard = got.mentions.map(
      ({ name, segment, from, to }: { name: string; segment: number; from: number; to: number }) => [
        name,
        got.said[segment].text.slice(from, to),
      ],
    )
    expect(heard).toContainEqual(['price', 'too expensive'])
    const story = (await seller.ask({ url: `/api/people/${personId}/story` })).json()
    expect(story.facts.find((fact: { kind: string }) => fact.kind === 'conversation.recorded')?.data).toMatchObject({
      conversation: conversationId,
      durationS: 157,
    })
  })

  it('counts once, however often it is sent', async () => {
    const again = await upload(seller.ask, `/api/people/${personId}/conversations`, VTT, { speakers })
    expect(again.json().isNew).toBe(false)
    const list = (await seller.ask({ url: `/api/conversations?personId=${personId}` })).json()
    expect(list.conversations).toHaveLength(1)
    expect(list.conversations[0]).toMatchObject({ title: 'First call', seller: { id: seller.id } })
  })

  it('is measured anew when somebody says who spoke, and only colleagues concerned may', async () => {
    const { conversationId } = (await seller.ask({ url: '/api/conversations' })).json().conversations[0]
    const change = (ask: Ask) =>
      ask({
        method: 'PATCH',
        url: `/api/conversations/${conversationId}`,
        body: {
          speakers: [
            { key: 'Rep', side: 'prospect' },
            { key: 'Ana Costa', side: 'rep' },
          ],
        },
      })
    expect((await change((await house.as('seller')).ask)).statusCode).toBe(403)
    expect((await change(seller.ask)).statusCode).toBe(204)
    const got = (await seller.ask({ url: `/api/conversations/${conversationId}` })).json()
    expect(got.figures.prospectShare).toBeCloseTo(0.289093, 6)
    const back = {
      speakers: [
        { key: 'Rep', side: 'rep', userId: seller.id },
        { key: 'Ana Costa', side: 'prospect' },
      ],
    }
    await seller.ask({ method: 'PATCH', url: `/api/conversations/${conversationId}`, body: back })
  })

  it('is searched anew when what is listened for changes', async () => {
    const { ask } = await house.as('marketer')
    const lists = [{ kind: 'competitor', name: 'Rivalis', phrases: ['Rivalis', 'Rivalís SA'] }]
    const saved = await ask({ method: 'PUT', url: '/api/phrase-lists', body: { lists } })
    expect(saved.json()).toEqual({ conversations: 1 })
    await searchConversations(house.ctx)
    await searchConversations(house.ctx)
    const talk = (await ask({ url: '/api/talk' })).json()
    expect(talk.heard).toContainEqual({
      kind: 'competitor',
      name: 'Rivalis',
      conversations: 1,
      byProspect: 1,
      times: 1,
    })
    expect(talk.sellers[0].prospectShare).toMatchObject({ n: 1, low: null })
    const list = (await ask({ url: '/api/conversations?heard=Rivalis&heardKind=competitor' })).json()
    expect(list.conversations).toHaveLength(1)
    const twice = { lists: [...lists, { kind: 'competitor', name: 'rivalis', phrases: ['r'] }] }
    expect((await ask({ method: 'PUT', url: '/api/phrase-lists', body: twice })).statusCode).toBe(400)
  })

  it('loses its words on demand and keeps its figures', async () => {
    const { conversationId } = (await seller.ask({ url: '/api/conversations' })).json().conversations[0]
    const gone = await seller.ask({ method: 'DELETE', url: `/api/conversations/${conversationId}?what=words` })
    expect(gone.statusCode).toBe(204)
    const got = (await seller.ask({ url: `/api/conversations/${conversationId}` })).json()
    expect([got.said, got.mentions]).toEqual([[], []])
    expect(got.figures.repShare).toBeCloseTo(0.289093, 6)
    expect(
      (await seller.ask({ method: 'DELETE', url: `/api/conversations/${conversationId}?what=all` })).statusCode,
    ).toBe(204)
    expect((await seller.ask({ url: `/api/conversations/${conversationId}` })).statusCode).toBe(404)
    const story = (await seller.ask({ url: `/api/people/${personId}/story` })).json()
    expect(story.facts.find((fact: { kind: string }) => fact.kind === 'conversation.recorded').isRetracted).toBe(true)
  })
})

describe('what is no transcript', () => {
  it.each([
    ['nothing', '', 422],
    ['a poem', 'Two roads diverged in a yellow wood', 422],
    ['half of a JSON', '{"results": [', 422],
    ['a call of 300 hours', 'WEBVTT\n\n300:00:00.000 --> 300:00:05.000\n<v A>Hello there</v>\n', 422],
    ['bytes', Buffer.from([0, 1, 2, 250, 251, 0, 0]).toString('latin1'), 422],
  ])('%s is refused with the reason', async (_name, text, status) => {
    const answer = await upload(seller.ask, `/api/people/${personId}/conversations`, text)
    expect(answer.statusCode).toBe(status)
    expect(answer.json().mend).toMatch(/\w/)
  })

  it('a place beyond the file, a speaker nobody knows and the future are named', async () => {
    const send = async (fields: Record<string, string>) =>
      (await upload(seller.ask, `/api/people/${personId}/conversations`, VTT, fields)).json()
    expect((await send({ place: '7' })).errors[0].where).toBe('place')
    expect((await send({ speakers: '[{"key":"Zoe","side":"rep"}]' })).errors[0].what).toMatch(/Zoe/)
    expect((await send({ speakers: '{not json' })).errors[0].where).toBe('speakers')
    expect((await send({ heldAt: '2999-01-01T00:00:00Z' })).errors[0].where).toBe('heldAt')
  })
})

describe('a transcript from a program', () => {
  it('comes by a key, finds the person, and is the seller’s who is named', async () => {
    const made = await seller.ask({
      method: 'POST',
      url: '/api/api-keys',
      body: { name: 'recorder', scopes: ['conversations:write'] },
    })
    const send = (body: object) =>
      house.ask({
        method: 'POST',
        url: '/api/conversations',
        headers: { authorization: `Bearer ${made.json().apiKey}` },
        body,
      })
    const gong = {
      callTranscripts: [
        {
          callId: '7',
          transcript: [
            { speakerId: '1', sentences: [{ start: 0, end: 4000, text: 'What do you need?' }] },
            { speakerId: '2', sentences: [{ start: 5000, end: 11_000, text: 'A better oven.' }] },
          ],
        },
      ],
    }
    const answer = await send({ who: { email: 'ana@padaria.example' }, transcript: gong, reps: ['1'] })
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toMatchObject({ personId, isNew: true })
    const got = (await seller.ask({ url: `/api/conversations/${answer.json().conversationId}` })).json()
    expect(got.figures.prospectShare).toBeCloseTo(0.6, 6)
    expect((await send({ who: { email: 'ana@padaria.example' }, transcript: gong, reps: ['9'] })).statusCode).toBe(400)
    expect((await send({ who: {}, transcript: gong })).json().errors[0].where).toBe('body.who')
  })
})

const REAL = new URL('../../../../shared/data/transcripts/', import.meta.url)

describe.skipIf(!existsSync(REAL))('the real transcripts (skipped where ../shared/data is absent)', () => {
  it('are taken as they are', async () => {
    const { globSync } = await import('node:fs')
    const files = globSync('**/*.{vtt,srt}', { cwd: REAL }).slice(0, 5)
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      const answer = await upload(
        seller.ask,
        '/api/conversations/previews',
        readFileSync(new URL(file, REAL), 'latin1'),
      )
      expect([file, answer.statusCode]).toEqual([file, 200])
    }
  })
})
