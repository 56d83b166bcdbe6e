import { randomUUID } from 'node:crypto'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENDPOINTS } from '../../endpoints.ts'
import { calendarOf, eventIn } from '../../test/calendar-mails.ts'
import { type House, openHouse } from '../../test/house.ts'
import { type MailServer, partsOf, startMailServer } from '../../test/mail-server.ts'
import { sendDueMails } from '../mail/send-due-mails.ts'
import { applyCalendarReply } from './apply-calendar-reply.ts'
import { settleLeftBehind } from './settle-meeting.ts'

let house: House
let post: MailServer
let manager: Awaited<ReturnType<House['as']>>
let seller: Awaited<ReturnType<House['as']>>
// A Monday in Paris, 09:00.
let now = Date.parse('2026-03-23T08:00:00Z')

beforeAll(async () => {
  house = await openHouse(ENDPOINTS)
  post = await startMailServer()
  manager = await house.as('manager')
  seller = await house.as('seller')
  await house.ctx.db.query(`update users set name = 'Camille Brissac', calendar = $2 where id = $1`, [
    seller.id,
    JSON.stringify({ zone: 'Europe/Paris', hours: { 'mon-fri': ['09:00-12:00', '14:00-18:00'] } }),
  ])
  house.ctx.now = () => now
  house.ctx.outside = {
    smtpUrl: `smtp://127.0.0.1:${post.port}`,
    mailFrom: 'Brisevent <post@house.example>',
    canHookLoopback: true,
  }
})
afterAll(async () => {
  await post.close()
  await house.close()
})

async function makeType(slug: string, more: object = {}) {
  const answer = await manager.ask({
    method: 'PUT',
    url: `/api/meeting-types/${slug}`,
    body: {
      name: 'First talk',
      minutes: 30,
      placeKind: 'video',
      place: 'https://meet.example/room',
      hostIds: [seller.id],
      noticeMinutes: 60,
      ...more,
    },
  })
  expect(answer.statusCode).toBe(200)
  return answer.json()
}

let visitors = 0
function book(slug: string, at: string, more: Record<string, string> = {}) {
  visitors += 1
  return house.app.inject({
    method: 'POST',
    url: `/book/${slug}`,
    remoteAddress: `10.1.${Math.floor(visitors / 200)}.${visitors % 200}`,
    headers: { host: 'ensemble.example', accept: 'application/json', 'content-type': 'application/json' },
    payload: JSON.stringify({
      at: String(Date.parse(at)),
      zone: 'Europe/Paris',
      lang: 'en',
      name: `Guest ${visitors}`,
      email: `guest${visitors}@client${visitors}.example`,
      submission: randomUUID(),
      ...more,
    }),
  })
}

async function mailsTo(address: string): Promise<string[]> {
  await sendDueMails(house.ctx)
  return post.mails.filter(({ to }) => to.includes(address)).map(({ raw }) => raw)
}

function replyTo(
  ics: string,
  partstat: string,
  more: { sequence?: number; attendee?: string; stamp?: string } = {},
): string {
  const { of, event } = eventIn(ics)
  const attendee = event.getFirstProperty('attendee')?.getFirstValue()
  return [
    'BEGIN:VCALENDAR',
    'PRODID:-//Another//Calendar//EN',
    'VERSION:2.0',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    `UID:${of('uid')}`,
    `SEQUENCE:${more.sequence ?? of('sequence')}`,
    `DTSTAMP:${more.stamp ?? '20260323T081500Z'}`,
    `ORGANIZER:mailto:${seller.email}`,
    'X-SOMETHING:else',
    `ATTENDEE;CN="A guest";PARTSTAT=${partstat}:`,
    ` ${more.attendee ?? attendee}`,
    'COMMENT:Gladly\\, thank you',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\n')
}

describe('booking', () => {
  it('offers the host’s working time without what is taken, in the zone asked for', async () => {
    await makeType('offer', { bufferAfter: 30 })
    await house.ctx.db.query(
      `insert into absences (absence_id, user_id, starts_at, ends_at) values ($1, $2, '2026-03-24T08:00:00Z', '2026-03-24T13:00:00Z')`,
      [randomUUID(), seller.id],
    )
    const slots = (await house.ask({ url: '/book/offer/slots?from=2026-03-24T00:00:00Z&days=1' })).json().slots
    expect(slots.map((at: string) => at.slice(11, 16))).toEqual([
      '13:00',
      '13:30',
      '14:00',
      '14:30',
      '15:00',
      '15:30',
      '16:00',
      '16:30',
    ])
    const page = await house.ask({ url: '/book/offer?zone=America/New_York&lang=fr&day=2026-03-24' })
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Choisissez un jour')
    expect(page.body).toContain('09:00')
    expect(page.headers['x-frame-options']).toBeUndefined()
  })

  it('of a hundred bookings of one moment exactly one wins; the others hear of the nearest free times', async () => {
    await makeType('race')
    const at = '2026-03-26T09:00:00Z'
    const answers = await Promise.all(Array.from({ length: 100 }, () => book('race', at)))
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1)
    const others = answers.filter(({ statusCode }) => statusCode === 409)
    expect(others).toHaveLength(99)
    for (const other of others)
      expect(other.json().nearest).toEqual([
        '2026-03-26T08:00:00.000Z',
        '2026-03-26T08:30:00.000Z',
        '2026-03-26T09:30:00.000Z',
        '2026-03-26T10:00:00.000Z',
        '2026-03-26T10:30:00.000Z',
      ])
    const { rows } = await house.ctx.db.query(`select count(*)::int as n from meetings where starts_at = $1`, [at])
    expect(rows[0].n).toBe(1)
  }, 60_000)

  it('gives as many bookings of one moment as there are free hosts, each to another', async () => {
    const second = await house.as('seller')
    await makeType('pair', { hostIds: [seller.id, second.id], assigns: 'round robin' })
    const answers = await Promise.all(Array.from({ length: 20 }, () => book('pair', '2026-03-27T09:00:00Z')))
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(2)
    const { rows } = await house.ctx.db.query(
      `select distinct host from meetings where starts_at = '2026-03-27T09:00:00Z'`,
    )
    expect(rows).toHaveLength(2)
  }, 60_000)

  it('books once however often the same form is sent, also at once', async () => {
    await makeType('once')
    const submission = randomUUID()
    const send = () => book('once', '2026-03-30T08:00:00Z', { submission, name: 'Ana', email: 'ana@once.example' })
    const answers = await Promise.all([send(), send(), send()])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201])
    expect(new Set(answers.map((answer) => answer.json().meetingId)).size).toBe(1)
  })

  it('keeps the limit of a day under parallel bookings', async () => {
    await makeType('few', { dayLimit: 2 })
    const times = ['08:00', '08:30', '09:00', '09:30', '12:00', '12:30', '13:00', '13:30'].map(
      (time) => `2026-04-01T${time}:00Z`,
    )
    const answers = await Promise.all(times.map((at) => book('few', at)))
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(2)
  })

  it('offers somebody known their owner', async () => {
    const second = await house.as('seller')
    await makeType('owned', { hostIds: [seller.id], assigns: 'owner first' })
    const first = await book('owned', '2026-04-02T08:00:00Z', { email: 'owned@known.example' })
    const { rows } = await house.ctx.db.query('select person_id from meetings where meeting_id = $1', [
      first.json().meetingId,
    ])
    const assigned = await manager.ask({
      method: 'POST',
      url: '/api/clocks/assignments',
      body: { personIds: [rows[0].person_id], to: second.id, note: 'Speaks their language' },
    })
    expect(assigned.statusCode, assigned.body).toBe(201)
    const again = await book('owned', '2026-04-02T09:00:00Z', { email: 'owned@known.example' })
    const hosts = await house.ctx.db.query('select host from meetings where meeting_id = $1', [again.json().meetingId])
    expect(hosts.rows[0].host).toBe(second.id)
    const page = await house.ask({ url: `/book/owned?ens_p=${rows[0].person_id}` })
    expect(page.body).toContain('with A seller')
  })

  it('makes the visitor a lead of the host, with the meeting in their story', async () => {
    await makeType('story', { questions: [{ label: 'What is it about?', isRequired: true }] })
    expect((await book('story', '2026-04-03T08:00:00Z')).statusCode).toBe(422)
    const booked = await book('story', '2026-04-03T08:00:00Z', {
      email: 'lea@story.example',
      name: 'Léa Morin',
      q0: 'Planning',
    })
    expect(booked.statusCode).toBe(201)
    const { rows } = await house.ctx.db.query(
      `select f.kind, f.actor, f.data from meetings m join facts f on f.person_id = m.person_id where m.meeting_id = $1 and f.source = 'meeting' order by f.kind`,
      [booked.json().meetingId],
    )
    expect(rows.map((row) => row.kind)).toEqual(['form.submitted', 'meeting.booked', 'person.identified'])
    expect(rows[0].data).toMatchObject({ name: 'story', wantsCall: true, fields: { 'What is it about?': 'Planning' } })
    expect(rows[1]).toMatchObject({ actor: seller.id, data: { startsAt: '2026-04-03T08:00:00.000Z', by: 'guest' } })
    const lead = await house.ctx.db.query(
      'select l.owner, l.touches from leads l join meetings m on m.person_id = l.person_id where m.meeting_id = $1',
      [booked.json().meetingId],
    )
    expect(lead.rows[0]).toMatchObject({ owner: seller.id, touches: 1 })
  })

  it('records later what a process that was cut off could not', async () => {
    await makeType('cut')
    const booked = await book('cut', '2026-04-07T08:00:00Z', { email: 'cut@off.example' })
    const { meetingId } = booked.json()
    // As if the process had ended between the booking and its facts.
    const owed = [
      {
        kind: 'note.written',
        factId: randomUUID(),
        at: now,
        messageId: 'owed:1',
        actor: null,
        who: null,
        touch: null,
        data: { text: 'left behind' },
      },
    ]
    await house.ctx.db.query('update meetings set owed = $2 where meeting_id = $1', [meetingId, JSON.stringify(owed)])
    now += 60_000
    expect(await settleLeftBehind(house.ctx)).toBe(1)
    expect(await settleLeftBehind(house.ctx)).toBe(0)
    const { rows } = await house.ctx.db.query(`select count(*)::int as n from facts where message_id = 'owed:1'`)
    expect(rows[0].n).toBe(1)
  })
})

describe('invitations', () => {
  it('keep one UID through booking, move and cancellation, with a higher sequence each, and the right zone over a change of the clocks', async () => {
    await makeType('ical', { horizonDays: 60 })
    // Friday before and Monday after the clocks change in Paris.
    const booked = await book('ical', '2026-03-27T13:00:00Z', {
      email: 'eva@ical.example',
      name: 'Éva; "Quote", Straße',
    })
    expect(booked.statusCode).toBe(201)
    const { meetingId, manageUrl } = booked.json()
    const token = manageUrl.split('/').at(-1)
    const moved = await house.ask({
      method: 'POST',
      url: `/book/m/${token}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'ensemble.example' },
      body: `act=move&to=${Date.parse('2026-03-30T12:00:00Z')}`,
    })
    expect(moved.statusCode).toBe(303)
    const cancelled = await seller.ask({
      method: 'PUT',
      url: `/api/meetings/${meetingId}/cancellation`,
      body: { note: 'Ill' },
    })
    expect(cancelled.json()).toMatchObject({ status: 'cancelled', cancelledBy: 'us' })
    const mails = await mailsTo('eva@ical.example')
    expect(mails).toHaveLength(3)
    // Three mails of one moment leave side by side: a calendar goes by the sequence, not by the order of arrival.
    const calendars = mails
      .map(calendarOf)
      .sort((a, b) => Number(eventIn(a).of('sequence')) - Number(eventIn(b).of('sequence')))
    const events = calendars.map(eventIn)
    expect(new Set(events.map(({ of }) => of('uid'))).size).toBe(1)
    expect(events.map(({ of }) => of('sequence'))).toEqual([0, 1, 2])
    expect(events.map(({ root }) => root.getFirstPropertyValue('method'))).toEqual(['REQUEST', 'REQUEST', 'CANCEL'])
    expect(events.map(({ of }) => of('status'))).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED'])
    // Another library reads the same moments from the local times and the rules of the zone beside them.
    const starts = calendars.map((ics) =>
      Object.values(nodeIcal.sync.parseICS(ics)).find((one) => one?.type === 'VEVENT'),
    )
    expect(starts.map((one) => (one?.type === 'VEVENT' ? one.start.toISOString() : ''))).toEqual([
      '2026-03-27T13:00:00.000Z',
      '2026-03-30T12:00:00.000Z',
      '2026-03-30T12:00:00.000Z',
    ])
    expect(calendars[0]).toContain('DTSTART;TZID=Europe/Paris:20260327T140000')
    expect(calendars[1]).toContain('DTSTART;TZID=Europe/Paris:20260330T140000')
    expect(calendars[0]).toContain('BEGIN:VTIMEZONE')
    for (const { event } of events) {
      expect(event.getFirstProperty('organizer')?.getFirstValue()).toBe(`mailto:${seller.email}`)
      expect(event.getFirstProperty('attendee')?.getFirstValue()).toBe('mailto:eva@ical.example')
      expect(event.getFirstPropertyValue('dtstamp')?.toString()).toMatch(/Z$/)
    }
    expect(partsOf(mails[0] ?? '').text === '' && !mails[0]?.includes('text/plain')).toBe(false)
    expect(mails[0]).toMatch(/filename="?invite\.ics/)
    expect(mails.filter((mail) => /method=REQUEST/.test(mail))).toHaveLength(2)
    for (const ics of calendars)
      for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })

  it('take the answer of the guest’s calendar, and refuse what is none', async () => {
    await makeType('reply', { horizonDays: 60 })
    const booked = await book('reply', '2026-04-08T08:00:00Z', { email: 'rep@ly.example' })
    const { meetingId } = booked.json()
    const ics = calendarOf((await mailsTo('rep@ly.example'))[0] ?? '')
    expect(await applyCalendarReply(house.ctx, replyTo(ics, 'ACCEPTED'))).toMatchObject({
      ok: true,
      reply: 'accepted',
      isNews: true,
      meetingId,
    })
    expect(await applyCalendarReply(house.ctx, replyTo(ics, 'ACCEPTED'))).toMatchObject({ ok: true, isNews: false })
    const shown = (await seller.ask({ url: `/api/meetings/${meetingId}` })).json()
    expect(shown).toMatchObject({ reply: 'accepted', replyComment: 'Gladly, thank you', status: 'booked' })
    // An answer that was written earlier and came later changes nothing.
    expect(await applyCalendarReply(house.ctx, replyTo(ics, 'DECLINED', { stamp: '20260323T080000Z' }))).toMatchObject({
      ok: true,
      isNews: false,
    })
    const upload = await seller.ask({
      method: 'POST',
      url: '/api/meetings/replies',
      body: { ics: replyTo(ics, 'TENTATIVE', { stamp: '20260323T081700Z' }).replaceAll('\n', '\r\n') },
    })
    expect(upload.json()).toMatchObject({ reply: 'tentative' })
    await seller.ask({
      method: 'PUT',
      url: `/api/meetings/${meetingId}/time`,
      body: { startsAt: '2026-04-08T09:00:00Z' },
    })
    for (const [text, said] of [
      [replyTo(ics, 'ACCEPTED'), /earlier time/],
      [replyTo(ics, 'ACCEPTED', { attendee: 'mailto:else@ly.example' }), /not invited/],
      [replyTo(ics, 'DELEGATED', { sequence: 1 }), /neither/],
      [ics, /no answer/],
      ['hello', /no calendar/],
      ['BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:x@elsewhere\nEND:VEVENT\nEND:VCALENDAR', /not ours/],
      ['BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\n', /cannot be read|not ours/],
      [`BEGIN:VCALENDAR\n${'X-A:b\n'.repeat(200_000)}`, /1 MB/],
    ] as const) {
      const refused = await seller.ask({ method: 'POST', url: '/api/meetings/replies', body: { ics: text } })
      expect([refused.statusCode, refused.json().detail ?? '']).toEqual([
        text.length > 1_048_576 ? 400 : 422,
        expect.stringMatching(text.length > 1_048_576 ? /./ : said),
      ])
    }
    expect(await applyCalendarReply(house.ctx, `BEGIN:VCALENDAR\n${'X-A:b\n'.repeat(200_000)}`)).toMatchObject({
      ok: false,
    })
  })
})

describe('what became of it', () => {
  it('is said, counted with its interval, and taken back', async () => {
    await makeType('word')
    const booked = await book('word', '2026-04-09T08:00:00Z', { email: 'wo@rd.example' })
    const { meetingId } = booked.json()
    const early = await seller.ask({ method: 'PUT', url: `/api/meetings/${meetingId}/word`, body: { word: 'held' } })
    expect(early.statusCode).toBe(409)
    const before = now
    now = Date.parse('2026-04-09T09:00:00Z')
    const due = (await seller.ask({ url: '/api/meetings?part=without%20word' })).json().meetings
    expect(due.map(({ id }: { id: string }) => id)).toContain(meetingId)
    const other = await house.as('seller')
    expect(
      (await other.ask({ method: 'PUT', url: `/api/meetings/${meetingId}/word`, body: { word: 'held' } })).statusCode,
    ).toBe(403)
    const held = await seller.ask({
      method: 'PUT',
      url: `/api/meetings/${meetingId}/word`,
      body: { word: 'held', note: 'Went well', nextStep: 'Send the offer', talkShare: 0.4 },
    })
    expect(held.json()).toMatchObject({ status: 'held', nextStep: 'Send the offer', talkShare: 0.4 })
    const rates = (await seller.ask({ url: '/api/meetings/rates' })).json()
    expect(rates.missed).toMatchObject({ n: 1, k: 0, rate: 0 })
    expect(rates.missed.high).toBeGreaterThan(0.5)
    const kinds = async () =>
      (
        await house.ctx.db.query(
          `select kind from facts f join meetings m on m.person_id = f.person_id where m.meeting_id = $1 order by recorded_at, kind`,
          [meetingId],
        )
      ).rows.map((row) => row.kind)
    expect(await kinds()).toContain('meeting.held')
    const back = await seller.ask({ method: 'DELETE', url: `/api/meetings/${meetingId}/word` })
    expect(back.json()).toMatchObject({ status: 'booked', isWithoutWord: true })
    expect(await kinds()).toContain('fact.retracted')
    const missed = await seller.ask({ method: 'PUT', url: `/api/meetings/${meetingId}/word`, body: { word: 'missed' } })
    expect(missed.json()).toMatchObject({ status: 'missed' })
    expect((await seller.ask({ url: '/api/meetings/rates' })).json().missed).toMatchObject({ n: 1, k: 1 })
    now = before
  })

  it('a guest cancels by their link; a forged link opens nothing', async () => {
    await makeType('guest')
    const booked = await book('guest', '2026-04-10T08:00:00Z', { email: 'gu@est.example' })
    const path = new URL(booked.json().manageUrl).pathname
    expect((await house.ask({ url: `${path}x` })).statusCode).toBe(404)
    expect((await house.ask({ url: path })).body).toContain('Cancel the meeting')
    const file = await house.ask({ url: `${path}/invite.ics` })
    expect(file.headers['content-type']).toContain('text/calendar')
    const answer = await house.ask({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'ensemble.example' },
      body: 'act=cancel&why=Sorry',
    })
    expect(answer.statusCode).toBe(303)
    expect((await house.ask({ url: path })).body).toContain('This meeting is cancelled')
    // Its time can be booked again; then the cancellation cannot be taken back.
    expect((await book('guest', '2026-04-10T08:00:00Z')).statusCode).toBe(201)
    const back = await seller.ask({ method: 'DELETE', url: `/api/meetings/${booked.json().meetingId}/cancellation` })
    expect(back.statusCode).toBe(409)
  })
})

describe('own calendars', () => {
  it('are subscribed to at a secret address, which can be renewed', async () => {
    const mine = (await seller.ask({ url: '/api/my-calendar' })).json()
    const path = new URL(mine.feedUrl).pathname
    const feed = await house.ask({ url: path })
    expect(feed.statusCode).toBe(200)
    expect(new ICAL.Component(ICAL.parse(feed.body)).getAllSubcomponents('vevent').length).toBeGreaterThan(2)
    await seller.ask({ method: 'POST', url: '/api/my-calendar/feed' })
    expect((await house.ask({ url: path })).statusCode).toBe(404)
  })

  it('are not read from addresses inside a network', async () => {
    house.ctx.outside = { smtpUrl: undefined, mailFrom: undefined, canHookLoopback: false }
    for (const url of [
      'http://127.0.0.1/x.ics',
      'https://10.0.0.1/x.ics',
      'https://localhost/x.ics',
      'https://[::1]/x',
      'webcal://192.168.1.1/c',
      'https://169.254.169.254/',
      'ftp://x.example/',
      'https://user:pw@x.example/',
    ]) {
      const answer = await seller.ask({ method: 'POST', url: '/api/my-calendar/sources', body: { url } })
      expect([url, answer.statusCode]).toEqual([url, 400])
    }
  })
})
