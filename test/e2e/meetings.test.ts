import nodeIcal from 'node-ical'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type MailServer, startMailServer } from '../../server/test/mail-server.ts'
import { call, type House, openHouse } from './house.ts'
import { furnish, hire } from './people-of-house.ts'

let house: House
let post: MailServer
let seller: Page
let sellerId = ''
const faults: string[][] = []

beforeAll(async () => {
  house = await openHouse()
  post = await startMailServer()
  const { page: admin, errors } = await furnish(house)
  faults.push(errors)
  await call(admin, 'PUT', '/api/mail', {
    host: '127.0.0.1',
    port: post.port,
    security: 'none',
    user: null,
    from: 'Lume <post@lume.example>',
  })
  const hired = await hire(house, admin, 'Ana Costa', { locale: 'fr' })
  faults.push(hired.errors)
  seller = hired.page
  sellerId = hired.id
  await call(admin, 'PATCH', `/api/users/${sellerId}`, {
    calendar: { zone: 'Europe/Paris', hours: { 'mon-sun': ['00:00-24:00'] } },
  })
  await call(seller, 'PUT', '/api/meeting-types/premier-echange', {
    name: 'Premier échange',
    minutes: 30,
    placeKind: 'video',
    place: 'https://meet.example/ana',
    hostIds: [sellerId],
    noticeMinutes: 0,
    questions: [{ label: 'De quoi parlons-nous ?', isRequired: true }],
  })
})

afterAll(async () => {
  await post.close()
  await house.stop()
})

function calendarIn(raw: string): string | null {
  const part = raw.split(/\r?\n--/).find((each) => /content-type: text\/calendar/i.test(each))
  if (part === undefined) return null
  const [head = '', ...body] = part.split(/\r?\n\r?\n/)
  const text = body.join('\r\n\r\n')
  return /base64/i.test(head)
    ? Buffer.from(text, 'base64').toString()
    : text.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=')
}

/** The calendar of the first mail to somebody after the first so many. */
async function lastInvitation(address: string, after: number): Promise<string> {
  for (let i = 0; i < 200; i += 1) {
    for (const mail of post.mails.slice(after)) {
      const ics = mail.to.includes(address) ? calendarIn(mail.raw) : null
      if (ics !== null) return ics
    }
    await new Promise((wait) => setTimeout(wait, 100))
  }
  throw new Error(`no invitation came to ${address}`)
}

function eventOf(ics: string): { uid: string; start: Date; sequence: unknown } {
  const event = Object.values(nodeIcal.sync.parseICS(ics)).find((one) => one?.type === 'VEVENT')
  if (event?.type !== 'VEVENT') throw new Error('no event in the invitation')
  return { uid: event.uid, start: event.start, sequence: event.sequence }
}

it('a visitor books on a phone, in French, and the host’s screen shows it', async () => {
  const { page, context } = await house.visit({
    viewport: { width: 390, height: 844 },
    locale: 'fr-FR',
    timezoneId: 'America/New_York',
  })
  await page.goto('/book/premier-echange')
  await page.waitForURL(/zone=America/)
  await page.getByRole('heading', { name: 'Premier échange' }).waitFor()
  expect(await page.getByLabel('Heures affichées pour').inputValue()).toBe('America/New_York')
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  const day = page.getByRole('navigation', { name: 'Choisissez un jour' }).getByRole('link')
  await day.nth(1).click()
  await page.getByRole('list', { name: 'Choisissez une heure' }).getByRole('link').first().click()
  await page.getByRole('button', { name: 'Réserver ce créneau' }).click()
  await page.getByText('Merci de vérifier :').waitFor()
  await page.getByLabel('Votre nom').fill('Léa Morin')
  await page.getByLabel('E-mail').fill('lea@client.example')
  await page.getByLabel('De quoi parlons-nous ?').fill('Du planning')
  await page.getByRole('button', { name: 'Réserver ce créneau' }).click()
  await page.getByRole('heading', { name: 'C’est réservé' }).waitFor()
  await context.close()
})

it('the invitation is accepted in another calendar, and the seller sees it', async () => {
  const ics = await lastInvitation('lea@client.example', 0)
  // Another library reads what we wrote.
  const event = Object.values(nodeIcal.sync.parseICS(ics)).find((one) => one?.type === 'VEVENT')
  if (event?.type !== 'VEVENT') throw new Error('no event in the invitation')
  expect(event.start.getTime()).toBeGreaterThan(Date.now())
  const attendee = /ATTENDEE[^:]*:(?:\r\n )?(mailto:[^\r\n]+(?:\r\n [^\r\n]+)*)/.exec(ics)?.[1]?.replaceAll('\r\n ', '')
  const reply = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Another//Calendar//EN',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    'SEQUENCE:0',
    `DTSTAMP:${new Date().toISOString().replaceAll(/[-:]|\.\d{3}/g, '')}`,
    `ATTENDEE;PARTSTAT=ACCEPTED:${attendee}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')
  await seller.goto('/meetings?tab=calendar')
  await seller.getByLabel('Une réponse reçue en fichier').setInputFiles({
    name: 'reply.ics',
    mimeType: 'text/calendar',
    buffer: Buffer.from(reply),
  })
  await seller.getByText('Noté : accepté').waitFor()
  const week = event.start.toISOString().slice(0, 10)
  await seller.goto(`/meetings?week=${week}`)
  const card = seller.getByRole('button', { name: /Léa Morin/ })
  await card.waitFor()
  expect(await card.textContent()).toContain('accepté')
  await card.click()
  await seller.getByText('Du planning').waitFor()
})

it('is booked by hand on a phone, the guest proposes another time, and it moves under the same UID', async () => {
  const { people } = await call<{ people: { personId: string }[] }>(seller, 'GET', '/api/search?q=lea')
  await seller.setViewportSize({ width: 390, height: 844 })
  await seller.goto(`/people/${people[0]?.personId}`)
  await seller.getByRole('button', { name: /^Prendre rendez-vous/ }).click()
  const drawer = seller.getByRole('dialog', { name: 'Rendez-vous avec Léa Morin' })
  await drawer.getByRole('button', { name: 'Semaine suivante' }).click()
  await drawer
    .getByRole('button', { name: /, 10:00$/ })
    .first()
    .click()
  await drawer.getByLabel('Un mot de vous dans l’invitation').fill('Ravie de vous parler.')
  await drawer.getByText('L’invitation envoyée à lea@client.example').click()
  await drawer
    .getByText(/Ravie de vous parler\./)
    .last()
    .waitFor()
  expect(await seller.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  const before = post.mails.length
  await drawer.getByRole('button', { name: 'Fixer et inviter' }).click()
  await seller.getByText(/Rendez-vous pris, invitation envoyée : Léa Morin/).waitFor()
  const first = eventOf(await lastInvitation('lea@client.example', before))
  const start = new Date(first.start.getTime() + 3 * 3_600_000)
  const counter = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Another//Calendar//EN',
    'METHOD:COUNTER',
    'BEGIN:VEVENT',
    `UID:${first.uid}`,
    'SEQUENCE:0',
    `DTSTAMP:${new Date().toISOString().replaceAll(/[-:]|\.\d{3}/g, '')}`,
    `DTSTART:${start.toISOString().replaceAll(/[-:]|\.\d{3}/g, '')}`,
    'DURATION:PT30M',
    'ATTENDEE:mailto:lea@client.example',
    'COMMENT:Un peu plus tard',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')
  await call(seller, 'POST', '/api/meetings/replies', { ics: counter })
  await seller.goto('/')
  await seller.getByRole('heading', { name: 'Un autre moment est proposé' }).waitFor()
  await seller.getByText(/Un peu plus tard/).waitFor()
  const since = post.mails.length
  await seller.getByRole('button', { name: 'Accepter', exact: true }).first().click()
  await seller.getByText('Déplacé, et Léa Morin est prévenu').waitFor()
  const moved = eventOf(await lastInvitation('lea@client.example', since))
  expect([moved.uid, Number(moved.sequence), moved.start.getTime()]).toEqual([first.uid, 1, start.getTime()])
})

it('when it is over the seller says by one key that it was held', async () => {
  // Booked by hand for a moment that has just passed.
  const { people } = await call<{ people: { personId: string }[] }>(seller, 'GET', '/api/search?q=lea')
  await call(seller, 'POST', '/api/meetings', {
    personId: people[0]?.personId,
    startsAt: new Date(Date.now() - 3_600_000).toISOString(),
    minutes: 30,
    shouldInvite: false,
  })
  await seller.goto('/')
  await seller.getByRole('heading', { name: 'Que s’est-il passé ?' }).waitFor()
  await seller.goto('/meetings')
  await seller.getByRole('heading', { name: 'Que s’est-il passé ?' }).waitFor()
  await seller.keyboard.press('j')
  await seller.keyboard.press('h')
  await seller.getByText('Tenu : Léa Morin').waitFor()
  await seller.getByRole('heading', { name: 'Que s’est-il passé ?' }).waitFor({ state: 'detached' })
  const { missed } = await call<{ missed: { n: number; k: number } }>(seller, 'GET', '/api/meetings/rates')
  expect(missed).toMatchObject({ n: 1, k: 0 })
  expect(faults.flat()).toEqual([])
})
