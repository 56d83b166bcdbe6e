import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENDPOINTS } from '../../endpoints.ts'
import { type House, openHouse } from '../../test/house.ts'
import { readGuests } from './read-guests.ts'

describe('a list of guests', () => {
  const names = (text: string) =>
    readGuests(text).cards.map(({ card: { name, company, emails, phones } }) => [name, company, emails[0], phones[0]])

  it('is read with a first row in English or French, whatever separates its columns', () => {
    expect(names('Name,Company,E-mail,Phone\n"Moreau, Jean",Atelier Nord,jean@nord.example,+33 1 99 00 00 01')).toEqual(
      [['Moreau, Jean', 'Atelier Nord', 'jean@nord.example', '+33 1 99 00 00 01']],
    )
    expect(names('\uFEFFPrénom;Nom;Société;Courriel\r\nLéa;Morel;Brise;lea@brise.example\r\n;;;\r\n')).toEqual([
      ['Léa Morel', 'Brise', 'lea@brise.example', undefined],
    ])
    expect(names('email\nan@a.example')).toEqual([['an@a.example', '', 'an@a.example', undefined]])
  })

  it('is read one a line, as people paste it', () => {
    expect(
      names('Jean Moreau <jean@nord.example>\nAda Lind\tLind & Co\tada@lind.example\t+46 8 123 456 78\n\n'),
    ).toEqual([
      ['Jean Moreau', '', 'jean@nord.example', undefined],
      ['Ada Lind', 'Lind & Co', 'ada@lind.example', '+46 8 123 456 78'],
    ])
  })

  it('names what is nobody with its line, and holds no more than a thousand', () => {
    expect(readGuests('Name,Company\n,Nobody Ltd\nAda,Lind').refused).toEqual([
      expect.objectContaining({ line: 2, what: expect.stringContaining('neither a name') }),
    ])
    const many = Array.from({ length: 1_002 }, (_, n) => `g${n}@x.example`).join('\n')
    expect(readGuests(many)).toMatchObject({ cards: { length: 1_000 }, refused: [{ line: 1_001 }] })
    expect(readGuests('=cmd|calc,"unclosed').cards).toHaveLength(1)
  })
})

describe('an event', () => {
  let house: House
  let marketer: Awaited<ReturnType<House['as']>>
  let seller: Awaited<ReturnType<House['as']>>
  beforeAll(async () => {
    house = await openHouse(ENDPOINTS)
    marketer = await house.as('marketer')
    seller = await house.as('seller')
  })
  afterAll(() => house.close())
  const at = '/api/networking/events'

  it('is made with its place, its campaign and who of us was there, and changed', async () => {
    const campaign = await marketer.ask({
      method: 'POST',
      url: '/api/campaigns',
      body: { name: 'Autumn', tactic: 'relationship' },
    })
    const partOf = campaign.json().id
    const body = { name: 'Salon du froid', startsOn: '2026-10-01', endsOn: '2026-10-03', place: 'Lyon, hall 4', partOf }
    expect((await seller.ask({ method: 'POST', url: at, body })).statusCode).toBe(403)
    const made = await marketer.ask({ method: 'POST', url: at, body: { ...body, staffIds: [seller.id] } })
    expect([made.statusCode, made.json()]).toEqual([
      201,
      expect.objectContaining({ place: 'Lyon, hall 4', partOf: { id: partOf, name: 'Autumn' }, total: 0 }),
    ])
    const { id } = made.json()
    expect(made.json().staff.map((one: { id: string }) => one.id)).toEqual([seller.id])
    await house.ctx.db.query('update campaigns set budget_cents = 500000 where campaign_id = $1', [id])
    const changed = await marketer.ask({
      method: 'PUT',
      url: `${at}/${id}`,
      body: { ...body, name: 'Salon du froid 2026', place: 'Lyon', partOf: null },
    })
    expect(changed.json()).toMatchObject({ name: 'Salon du froid 2026', place: 'Lyon', partOf: null, staff: [] })
    const { rows } = await house.ctx.db.query('select budget_cents::int as n from campaigns where campaign_id = $1', [
      id,
    ])
    expect(rows).toEqual([{ n: 500_000 }])
    const round = await marketer.ask({ method: 'PUT', url: `${at}/${id}`, body: { ...body, partOf: id } })
    expect(round.statusCode).toBe(400)
    const late = await marketer.ask({ method: 'PUT', url: `${at}/${id}`, body: { ...body, endsOn: '2026-09-01' } })
    expect([late.statusCode, late.json().errors[0].where]).toEqual([400, 'body.endsOn'])
  })

  it('takes guests from a list and by hand, says who met them, and lets them go again', async () => {
    const { id } = (await marketer.ask({ method: 'POST', url: at, body: { name: 'Facility days' } })).json()
    const preview = await seller.ask({
      method: 'POST',
      url: '/api/networking/guests/preview',
      body: { text: 'Ada Lind;Lind & Co;ada@lind.example\nAda Lind;Lind & Co;ada@lind.example\nOnly a name' },
    })
    const { guests } = preview.json()
    expect(guests.map((guest: { status: string }) => guest.status)).toEqual(['new', 'twice', 'unreachable'])
    const added = await seller.ask({
      method: 'POST',
      url: `${at}/${id}/guests`,
      body: { cards: [guests[0].card], metBy: seller.id },
    })
    expect([added.statusCode, added.json()]).toEqual([201, { made: 1, known: 0, skipped: 0 }])
    const view = async () => (await seller.ask({ url: `${at}/${id}` })).json()
    expect((await view()).guests).toEqual([
      expect.objectContaining({
        name: 'Ada Lind',
        company: 'Lind & Co',
        metBy: [expect.objectContaining({ id: seller.id })],
        isFollowedUp: false,
      }),
    ])
    const { personId } = (await view()).guests[0]
    const remove = () => seller.ask({ method: 'DELETE', url: `${at}/${id}/guests/${personId}` })
    expect((await remove()).statusCode).toBe(204)
    expect((await remove()).statusCode).toBe(404)
    expect((await view()).total).toBe(0)
    const again = () => seller.ask({ method: 'POST', url: `${at}/${id}/guests`, body: { personIds: [personId] } })
    expect((await again()).json()).toEqual({ made: 0, known: 1, skipped: 0 })
    expect((await view()).total).toBe(1)
    await remove()
    await again()
    expect((await view()).total).toBe(1)
    const nobody = await seller.ask({ method: 'POST', url: `${at}/${id}/guests`, body: { personIds: [seller.id] } })
    expect(nobody.statusCode).toBe(404)
    const viewer = await house.as('viewer')
    expect((await viewer.ask({ url: `${at}/${id}` })).json().mayChange).toBe(false)
  })
})
