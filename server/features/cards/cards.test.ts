import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENDPOINTS } from '../../endpoints.ts'
import { type House, openHouse } from '../../test/house.ts'
import { mergePeople } from '../people/merge-people.ts'
import { undoMerge } from '../people/undo-merge.ts'
import { readVcards } from './read-vcards.ts'
import { writeVcard } from './write-vcard.ts'

let house: House
let seller: Awaited<ReturnType<House['as']>>
beforeAll(async () => {
  house = await openHouse(ENDPOINTS)
  seller = await house.as('seller')
  await house.ctx.db.query(
    `insert into campaigns (campaign_id, key, name, tactic, currency, created_at, updated_at) values ($1, 'salon-2026', 'Salon 2026', 'event', 'EUR', now(), now())`,
    [randomUUID()],
  )
})
afterAll(() => house.close())

const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD'].join('\r\n')
const one = (text: string | Uint8Array) => {
  const [first] = readVcards(text).cards
  if (first === undefined) throw new Error('no card')
  return first.card
}

describe('reading cards', () => {
  it('takes what is used, and puts what is preferred first', () => {
    expect(
      one(
        card(
          'N:Morin;Léa;;;',
          'FN:Léa Morin',
          'ORG:Atelier\\, Fils;Sales',
          'TITLE:Director',
          'EMAIL;TYPE=HOME:lea@home.example',
          'item1.EMAIL;TYPE=WORK,PREF:Lea@Work.example',
          'TEL;TYPE=FAX:+33 1 00 00 00 00',
          'TEL;TYPE=CELL:+33 6 12 34 56 78',
          'ADR;TYPE=WORK:;;1 rue X;Lyon;ARA;69001;France',
          'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ',
          ' SkZJRgABAQ',
        ),
      ),
    ).toMatchObject({
      name: 'Léa Morin',
      company: 'Atelier, Fils',
      title: 'Director',
      emails: ['lea@work.example', 'lea@home.example'],
      phones: ['+33 6 12 34 56 78'],
      city: 'Lyon',
      country: 'France',
    })
  })

  it.each([
    [
      'vCard 2.1 in quoted-printable and Latin-1',
      'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:B=E9zier;Andr=E9\r\nTEL;CELL:0612345678\r\nEND:VCARD',
      'André Bézier',
    ],
    [
      'quoted-printable that goes on over lines',
      'BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Andr=C3=\n=A9 B=C3=A9zier\nEMAIL:a@b.example\nEND:VCARD',
      'André Bézier',
    ],
    [
      '4.0 with tel: and mailto: addresses',
      'BEGIN:VCARD\nVERSION:4.0\nFN:Ana Lopes\nTEL;VALUE=uri;TYPE="voice,cell":tel:+351-912-345-678\nEMAIL:mailto:ana@x.example\nEND:VCARD',
      'Ana Lopes',
    ],
    ['a name folded in the middle', 'BEGIN:VCARD\r\nFN:Ana\r\n  Lopes\r\nEMAIL:a@b.example\r\nEND:VCARD', 'Ana Lopes'],
  ])('reads %s', (_name, text, name) => {
    expect(one(text).name).toBe(name)
  })

  it('reads bytes of old programs and of Windows', () => {
    expect(one(Buffer.from(card('FN:Zoé', 'EMAIL:z@x.example'), 'latin1')).name).toBe('Zoé')
    expect(
      one(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(card('FN:Zoé', 'EMAIL:z@x.example'), 'utf16le')])).name,
    ).toBe('Zoé')
  })

  it('names what is no card, with its line', () => {
    const read = readVcards(`${card('NOTE:nobody')}\r\n${card('FN:A', 'EMAIL:a@b.example')}\r\nBEGIN:VCARD\r\nFN:Cut`)
    expect(read.cards).toHaveLength(1)
    expect(read.refused.map(({ line, what }) => [line, what.slice(0, 18)])).toEqual([
      [1, 'This card has neit'],
      [10, 'This card has no e'],
    ])
    expect(readVcards('hello').refused[0]?.what).toContain('no vCard')
  })

  it('writes a card it reads again', () => {
    const text = writeVcard({
      name: 'Élise Vallois',
      company: 'Brise, Vent; Fils',
      title: 'Chargée de contenus éditoriaux et de beaucoup d’autres choses encore',
      email: 'e@x.example',
      phone: '+33 1',
      url: 'https://x.example',
    })
    expect(one(text)).toMatchObject({ name: 'Élise Vallois', company: 'Brise, Vent; Fils', emails: ['e@x.example'] })
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })
})

describe('taking cards in', () => {
  it('finds who is known, makes who is not, once each, at the event', async () => {
    const text = [
      card('FN:Ana Lopes', 'EMAIL:ana@client.example', 'ORG:Client'),
      card('FN:A. Lopes', 'EMAIL:ANA@client.example'),
      card('FN:Reception', 'EMAIL:info@client.example'),
      card('FN:Nobody'),
    ].join('\r\n')
    const preview = (await seller.ask({ method: 'POST', url: '/api/cards/preview', body: { text } })).json()
    expect(preview.cards.map(({ status }: { status: string }) => status)).toEqual([
      'new',
      'twice',
      'new',
      'unreachable',
    ])
    const { cards } = preview
    const taken = await seller.ask({
      method: 'POST',
      url: '/api/cards',
      body: { cards: cards.slice(0, 3).map((each: { card: object }) => each.card), event: 'salon-2026' },
    })
    expect(taken.json()).toMatchObject({ made: 2, known: 0, skipped: 0 })
    const again = (
      await seller.ask({
        method: 'POST',
        url: '/api/cards/preview',
        body: { base64: Buffer.from(text).toString('base64') },
      })
    ).json()
    expect(again.cards[0]).toMatchObject({ status: 'known', person: { name: 'A. Lopes' } })
    const { rows } = await house.ctx.db.query(
      `select f.campaign, f.channel, t.knower_user from facts f join ties t on t.person_id = f.person_id where f.kind = 'event.attended' and f.data->>'name' = 'Salon 2026' limit 1`,
    )
    expect(rows[0]).toEqual({ campaign: 'Salon 2026', channel: 'event', knower_user: seller.id })
    const events = (await seller.ask({ url: '/api/networking/events' })).json().events
    expect(events[0]).toMatchObject({ key: 'salon-2026' })
    const wrong = await seller.ask({
      method: 'POST',
      url: '/api/cards',
      body: { cards: [cards[0].card], event: 'nowhere' },
    })
    expect(wrong.statusCode).toBe(404)
  })

  it('one’s own card has a page and a file, and takes the card of who scans it', async () => {
    await house.ctx.db.query(`update users set name = 'Zoé Müller' where id = $1`, [seller.id])
    const mine = (await seller.ask({ url: '/api/my-card' })).json()
    expect(mine.slug).toBe('zoe-muller')
    const file = await house.ask({ url: '/card/zoe-muller.vcf' })
    expect(file.headers['content-type']).toContain('text/vcard')
    expect(one(file.body).name).toBe('Zoé Müller')
    const page = await house.ask({
      url: '/card/zoe-muller?event=salon-2026',
      headers: { 'accept-language': 'fr', host: 'ensemble.example' },
    })
    expect(page.body).toContain('Laissez-moi votre carte')
    expect(page.body).toContain('Salon 2026')
    const form = {
      method: 'POST' as const,
      url: '/card/zoe-muller',
      headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'ensemble.example' },
    }
    expect((await house.ask({ ...form, body: 'name=Bo' })).statusCode).toBe(422)
    expect((await house.ask({ ...form, body: 'name=Bo+Berg&email=bo@berg.example&event=salon-2026' })).statusCode).toBe(
      200,
    )
    const { rows } = await house.ctx.db.query(
      `select p.name, t.source from people p join ties t on t.person_id = p.person_id and t.knower_user = $1 where p.email = 'bo@berg.example'`,
      [seller.id],
    )
    expect(rows).toEqual([{ name: 'Bo Berg', source: 'card' }])
    expect((await house.ask({ url: '/card/nobody' })).statusCode).toBe(404)
  })
})

describe('introductions', () => {
  it('show the way, note what was asked, and record the referral when it is made', async () => {
    const manager = await house.as('manager')
    const make = async (email: string, name: string) => {
      const answer = await manager.ask({
        method: 'POST',
        url: '/api/facts',
        body: { facts: [{ kind: 'person.identified', who: { email }, data: { person: { name } } }] },
      })
      return answer.json().facts[0].personId as string
    }
    const friend = await make('friend@a.example', 'A friend')
    const wanted = await make('wanted@b.example', 'Wanted')
    await seller.ask({ method: 'PUT', url: '/api/ties', body: { personId: friend, strength: 3 } })
    const tie = await seller.ask({
      method: 'PUT',
      url: '/api/ties',
      body: { personId: wanted, knowerPersonId: friend, strength: 2, since: '2024-05-01' },
    })
    expect(tie.json()).toMatchObject({ strength: 2, since: '2024-05-01', knower: { kind: 'person', name: 'A friend' } })
    const ways = (await seller.ask({ url: `/api/people/${wanted}/introductions` })).json()
    expect(ways.paths[0]).toMatchObject({
      strengths: [3, 2],
      weakest: 2,
      nodes: [{ id: seller.id }, { name: 'A friend' }, { name: 'Wanted' }],
    })
    const asked = (
      await seller.ask({ method: 'POST', url: '/api/introductions', body: { personId: wanted, askedPersonId: friend } })
    ).json()
    expect(asked).toMatchObject({ status: 'asked', asked: { name: 'A friend' } })
    const change = (status: string) =>
      seller.ask({ method: 'PUT', url: `/api/introductions/${asked.id}`, body: { status } })
    expect((await change('promised')).json().promisedAt).not.toBeNull()
    expect((await change('made')).json().status).toBe('made')
    const facts = await house.ctx.db.query(
      `select kind, channel, data from facts where person_id = $1 and kind = 'referral.made'`,
      [wanted],
    )
    expect(facts.rows).toEqual([{ kind: 'referral.made', channel: 'referral', data: { by: 'A friend' } }])
    const { effect } = (await seller.ask({ url: '/api/introductions' })).json()
    expect(effect).toMatchObject({ asked: 1, made: { k: 1, n: 1 }, leads: 1 })
    await change('asked')
    const back = await house.ctx.db.query(`select 1 from facts where person_id = $1 and kind = 'fact.retracted'`, [
      wanted,
    ])
    expect(back.rows).toHaveLength(1)
    const other = await house.as('seller')
    expect(
      (await other.ask({ method: 'PUT', url: `/api/introductions/${asked.id}`, body: { status: 'made' } })).statusCode,
    ).toBe(403)
    expect(
      (
        await seller.ask({
          method: 'PUT',
          url: '/api/ties',
          body: { personId: wanted, knowerPersonId: wanted, strength: 1 },
        })
      ).statusCode,
    ).toBe(400)
  })

  it('go with a person who is merged, and come back', async () => {
    const manager = await house.as('manager')
    const make = async (email: string) =>
      (
        await manager.ask({
          method: 'POST',
          url: '/api/facts',
          body: { facts: [{ kind: 'person.identified', who: { email }, data: { person: { name: email } } }] },
        })
      ).json().facts[0].personId as string
    const [from, into] = [await make('from@m.example'), await make('into@m.example')]
    await seller.ask({ method: 'PUT', url: '/api/ties', body: { personId: from, strength: 2 } })
    const held = await house.ctx.db.query('select count(*)::int as n from ties where person_id = $1', [from])
    expect(held.rows[0].n).toBe(1)
    const merged = await mergePeople(house.ctx, { id: manager.id }, { from, into, chosen: {} })
    expect(
      (
        await house.ctx.db.query('select person_id from ties where knower_user = $1 and person_id = any($2)', [
          seller.id,
          [from, into],
        ])
      ).rows,
    ).toEqual([{ person_id: into }])
    await undoMerge(house.ctx, { id: manager.id }, { mergeId: merged.mergeId })
    expect(
      (
        await house.ctx.db.query('select person_id from ties where knower_user = $1 and person_id = any($2)', [
          seller.id,
          [from, into],
        ])
      ).rows,
    ).toEqual([{ person_id: from }])
  })
})
