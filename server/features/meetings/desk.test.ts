import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENDPOINTS } from '../../endpoints.ts'
import { calendarOf, counterTo, eventIn } from '../../test/calendar-mails.ts'
import { type House, openHouse } from '../../test/house.ts'
import { type MailServer, startMailServer } from '../../test/mail-server.ts'
import { sendDueMails } from '../mail/send-due-mails.ts'
import { applyCalendarReply } from './apply-calendar-reply.ts'

let house: House
let post: MailServer
let manager: Awaited<ReturnType<House['as']>>
let seller: Awaited<ReturnType<House['as']>>
let other: Awaited<ReturnType<House['as']>>
let personId = ''
// A Monday in Paris, 09:00.
const now = Date.parse('2026-03-23T08:00:00Z')
const GUEST = 'lea@atelier.example'

beforeAll(async () => {
  house = await openHouse(ENDPOINTS)
  post = await startMailServer()
  manager = await house.as('manager')
  seller = await house.as('seller')
  other = await house.as('seller')
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
  const made = await manager.ask({
    method: 'POST',
    url: '/api/facts',
    body: {
      facts: [
        {
          kind: 'person.identified',
          who: { email: GUEST },
          data: { person: { name: 'Léa Morel', email: GUEST, country: 'JP', language: 'fr' } },
        },
      ],
    },
  })
  personId = made.json().facts[0].personId
})
afterAll(async () => {
  await post.close()
  await house.close()
})

async function mailsTo(address: string): Promise<string[]> {
  await sendDueMails(house.ctx)
  return post.mails.filter(({ to }) => to.includes(address)).map(({ raw }) => raw)
}

async function booked(startsAt: string, more: object = {}): Promise<{ id: string; ics: string }> {
  const before = (await mailsTo(GUEST)).length
  const answer = await seller.ask({
    method: 'POST',
    url: '/api/meetings',
    body: { personId, startsAt, minutes: 30, title: 'Premier échange', ...more },
  })
  expect([answer.statusCode, answer.json()]).toEqual([201, expect.objectContaining({ isInvited: true })])
  const mails = await mailsTo(GUEST)
  expect(mails.length).toBe(before + 1)
  return { id: answer.json().id, ics: calendarOf(mails.at(-1) ?? '') }
}

describe('booking by hand', () => {
  it('offers the host’s free times, the kinds of meetings and what is known of the guest', async () => {
    await seller.ask({
      method: 'PUT',
      url: '/api/meeting-types/talk',
      body: {
        name: 'First talk',
        minutes: 60,
        placeKind: 'video',
        place: 'https://meet.example/x',
        hostIds: [seller.id],
      },
    })
    const offer = (await seller.ask({ url: `/api/meetings/offer?personId=${personId}&days=1` })).json()
    expect(offer).toMatchObject({
      guest: { name: 'Léa Morel', email: GUEST, language: 'fr', zone: 'Asia/Tokyo' },
      host: { id: seller.id },
      minutes: 30,
      hasMailServer: true,
      mayBook: { isAllowed: true },
    })
    expect(offer.types).toEqual([expect.objectContaining({ name: 'First talk', isOfHost: true })])
    expect(offer.slots.slice(0, 2)).toEqual(['2026-03-23T08:00:00.000Z', '2026-03-23T08:30:00.000Z'])
    const hour = await seller.ask({
      url: `/api/meetings/offer?personId=${personId}&typeId=${offer.types[0].id}&from=2026-03-24T00:00:00Z&days=1`,
    })
    expect([hour.json().minutes, hour.json().slots[0]]).toEqual([60, '2026-03-24T08:00:00.000Z'])
  })

  it('shows the invitation before it is sent, in the guest’s language and zone, and what the host has then', async () => {
    const preview = async (startsAt: string, more: object = {}) =>
      (
        await seller.ask({
          method: 'POST',
          url: '/api/meetings/preview',
          body: { personId, startsAt, message: 'Ravie de vous parler.', ...more },
        })
      ).json()
    const shown = await preview('2026-03-25T08:00:00Z')
    expect(shown).toMatchObject({ mailing: 'goes out', to: GUEST, zone: 'Asia/Tokyo', clash: null })
    expect(shown.subject).toContain('mercredi 25 mars 2026')
    expect(shown.text).toContain('17:00 (Asia/Tokyo)')
    expect(shown.text).toContain('Ravie de vous parler.')
    expect((await preview('2026-03-25T11:30:00Z')).clash).toMatchObject({ what: 'outside hours' })
    expect((await preview('2026-03-25T08:00:00Z', { shouldInvite: false })).mailing).toBe('not wished')
    expect(await mailsTo(GUEST)).toEqual([])
    const { rows } = await house.ctx.db.query('select 1 from meetings')
    expect(rows).toEqual([])
  })

  it('invites with the seller’s own words and keeps the time', async () => {
    const { id, ics } = await booked('2026-03-25T08:00:00Z', { message: 'Ravie de vous parler.' })
    const { root, of } = eventIn(ics)
    expect(root.getFirstPropertyValue('method')).toBe('REQUEST')
    expect(of('uid')).toContain(id)
    const again = await seller.ask({
      method: 'POST',
      url: '/api/meetings',
      body: { personId, startsAt: '2026-03-25T08:15:00Z' },
    })
    expect(again.statusCode).toBe(409)
    const clash = await seller.ask({
      method: 'POST',
      url: '/api/meetings/preview',
      body: { personId, startsAt: '2026-03-25T08:15:00Z' },
    })
    expect(clash.json().clash).toMatchObject({ what: 'meeting' })
    const times = (await seller.ask({ url: `/api/meetings/${id}/times?from=2026-03-25T00:00:00Z&days=1` })).json()
    expect(times.slots.slice(0, 2)).toEqual(['2026-03-25T08:00:00.000Z', '2026-03-25T08:30:00.000Z'])
  })

  it('is for whoever has the lead; a colleague’s time is for managers to give', async () => {
    const lead = await seller.ask({
      method: 'POST',
      url: '/api/meetings',
      body: { personId, startsAt: '2026-03-26T08:00:00Z', hostId: other.id, shouldInvite: false },
    })
    expect(lead.statusCode).toBe(403)
    const given = await manager.ask({
      method: 'POST',
      url: '/api/meetings',
      body: { personId, startsAt: '2026-03-26T08:00:00Z', hostId: seller.id, shouldInvite: false },
    })
    expect([given.statusCode, given.json().isInvited]).toEqual([201, false])
    const nobody = await seller.ask({ url: `/api/meetings/offer?personId=${seller.id}` })
    expect(nobody.statusCode).toBe(404)
  })
})

describe('another time that the guest proposes', () => {
  const proposals = async () => (await seller.ask({ url: '/api/meetings?part=proposed' })).json().meetings

  it('is shown to the host and, accepted, moves the meeting under the same UID', async () => {
    const { id, ics } = await booked('2026-03-27T08:00:00Z')
    const counter = counterTo(ics, { start: '20260327T160000', zone: 'Europe/Paris', minutes: 45 })
    expect(await applyCalendarReply(house.ctx, counter, { from: GUEST })).toMatchObject({
      ok: true,
      reply: 'proposed',
      isNews: true,
    })
    expect(await applyCalendarReply(house.ctx, counter, { from: GUEST })).toMatchObject({ ok: true, isNews: false })
    expect(await proposals()).toEqual([
      expect.objectContaining({
        id,
        proposal: expect.objectContaining({
          startsAt: '2026-03-27T15:00:00.000Z',
          endsAt: '2026-03-27T15:45:00.000Z',
          comment: 'Plus tard, si possible',
        }),
      }),
    ])
    expect((await seller.ask({ url: `/api/meetings/${id}` })).json().proposalClash).toBeNull()
    const answer = (startsAt: string, asker = seller) =>
      asker.ask({ method: 'PUT', url: `/api/meetings/${id}/proposal`, body: { answer: 'accept', startsAt } })
    expect((await answer('2026-03-27T15:00:00Z', other)).statusCode).toBe(403)
    expect((await answer('2026-03-27T16:00:00Z')).statusCode).toBe(409)
    const taken = await answer('2026-03-27T15:00:00Z')
    expect(taken.json()).toMatchObject({
      startsAt: '2026-03-27T15:00:00.000Z',
      endsAt: '2026-03-27T15:45:00.000Z',
      proposal: null,
      reply: 'none',
    })
    expect((await answer('2026-03-27T15:00:00Z')).statusCode).toBe(409)
    const mail = (await mailsTo(GUEST)).at(-1) ?? ''
    const before = eventIn(ics)
    const after = eventIn(calendarOf(mail))
    expect(after.root.getFirstPropertyValue('method')).toBe('REQUEST')
    expect(after.of('uid')).toBe(before.of('uid'))
    expect(after.of('sequence')).toBe(Number(before.of('sequence')) + 1)
    expect(after.event.getFirstProperty('dtstart')?.getFirstValue()).toBeInstanceOf(ICAL.Time)
    expect(new ICAL.Event(after.event).startDate.toJSDate().toISOString()).toBe('2026-03-27T15:00:00.000Z')
    const { rows } = await house.ctx.db.query<{ data: object }>(
      `select data from facts where person_id = $1 and kind = 'meeting.moved'`,
      [personId],
    )
    expect(rows).toEqual([{ data: expect.objectContaining({ meeting: id, by: 'guest' }) }])
    // The same mail read once more asks for what is no longer so.
    expect(await applyCalendarReply(house.ctx, counter, { from: GUEST })).toMatchObject({ ok: false })
  })

  it('is declined with a word to their calendar, and the meeting stays', async () => {
    const { id, ics } = await booked('2026-03-30T08:00:00Z')
    const counter = counterTo(ics, { start: '20260330T073000Z', minutes: 30 })
    await applyCalendarReply(house.ctx, counter, { from: GUEST })
    const kept = await seller.ask({
      method: 'PUT',
      url: `/api/meetings/${id}/proposal`,
      body: { answer: 'decline', startsAt: '2026-03-30T07:30:00Z', note: 'Une réunion' },
    })
    expect(kept.json()).toMatchObject({ startsAt: '2026-03-30T08:00:00.000Z', proposal: null, status: 'booked' })
    const { root, of } = eventIn(calendarOf((await mailsTo(GUEST)).at(-1) ?? ''))
    expect([root.getFirstPropertyValue('method'), of('sequence')]).toEqual(['DECLINECOUNTER', 0])
    expect(of('uid')).toBe(eventIn(ics).of('uid'))
    // A mailbox may be read again; the answer stands until they write anew.
    expect(await applyCalendarReply(house.ctx, counter, { from: GUEST })).toMatchObject({ ok: true, isNews: false })
    expect(await proposals()).toEqual([])
    const anew = counterTo(ics, { start: '20260330T140000Z', minutes: 30, stamp: '20260323T075900Z' })
    expect(await applyCalendarReply(house.ctx, anew, { from: GUEST })).toMatchObject({ ok: true, isNews: true })
  })

  it('cannot be accepted where the host has another meeting, and a move of ours ends it', async () => {
    const { id, ics } = await booked('2026-03-31T08:00:00Z')
    await booked('2026-03-31T12:00:00Z')
    await applyCalendarReply(house.ctx, counterTo(ics, { start: '20260331T120000Z', minutes: 30 }), { from: GUEST })
    expect((await seller.ask({ url: `/api/meetings/${id}` })).json().proposalClash).toMatchObject({ what: 'meeting' })
    const refused = await seller.ask({
      method: 'PUT',
      url: `/api/meetings/${id}/proposal`,
      body: { answer: 'accept', startsAt: '2026-03-31T12:00:00Z' },
    })
    expect([refused.statusCode, refused.json().errors.length > 0]).toEqual([409, true])
    const moved = await seller.ask({
      method: 'PUT',
      url: `/api/meetings/${id}/time`,
      body: { startsAt: '2026-03-31T09:00:00Z' },
    })
    expect(moved.json().proposal).toBeNull()
  })

  it('is refused with the reason when it cannot be one', async () => {
    const { ics } = await booked('2026-04-01T08:00:00Z')
    for (const [text, what] of [
      [counterTo(ics, { start: '20260401', minutes: 30 }), /a day without a time/],
      [counterTo(ics, { start: '20260320T080000Z', minutes: 30 }), /is over/],
      [counterTo(ics, { start: '20260401T080000Z', minutes: 30 }), /already/],
      [counterTo(ics, { start: '', minutes: 30 }), /without saying which/],
      [counterTo(ics, { start: '20260402T080000Z', minutes: 30, attendee: 'else@ly.example' }), /not invited/],
    ] as const)
      expect(await applyCalendarReply(house.ctx, text)).toMatchObject({ ok: false, what: expect.stringMatching(what) })
    const long = counterTo(ics, { start: '20260402T080000Z', minutes: 18_000 })
    expect(await applyCalendarReply(house.ctx, long)).toMatchObject({ ok: true })
    const [proposed] = (await proposals()).filter(
      (one: { proposal: { startsAt: string } }) => one.proposal.startsAt === '2026-04-02T08:00:00.000Z',
    )
    expect(proposed.proposal.endsAt).toBe('2026-04-02T08:30:00.000Z')
  })
})
