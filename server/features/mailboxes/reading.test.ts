import { describe, expect, it } from 'vitest'
import { cleanHtml } from './clean-html.ts'
import { fillTemplate } from './fill-template.ts'
import { kindOfMail } from './kind-of-mail.ts'
import { idIn, idsIn } from './message-key.ts'
import { baseOf } from './normal-address.ts'
import { readMessage } from './read-message.ts'
import { readReport } from './read-report.ts'
import { readTrackingToken, trackingToken } from './tracking-token.ts'
import { countWords, unquotedText } from './unquoted-text.ts'

const kind = (
  subject: string,
  headers: Record<string, string> = {},
  from = 'ana@client.example',
  contentType = 'text/plain',
) => kindOfMail({ headers: new Map(Object.entries(headers)), contentType, from, subject, calendarMethod: null })

describe('who speaks in a mail', () => {
  it.each([
    ['Out of office: Re: offer', 'automatic'],
    ['Automatic reply: offer', 'automatic'],
    ['Réponse automatique : offre', 'automatic'],
    ['Absence du bureau', 'automatic'],
    ['Abwesenheitsnotiz: Angebot', 'automatic'],
    ['Automatische Antwort: Angebot', 'automatic'],
    ['Respuesta automática: oferta', 'automatic'],
    ['Fuera de la oficina', 'automatic'],
    ['Resposta automática: proposta', 'automatic'],
    ['Fora do escritório', 'automatic'],
    ['Re: our new office in Lyon', 'human'],
    ['Re: offer', 'human'],
  ] as const)('takes “%s” for %s', (subject, expected) => {
    expect(kind(subject)).toBe(expected)
  })

  it.each([
    [{ 'auto-submitted': 'auto-replied' }, 'automatic'],
    [{ 'auto-submitted': 'no' }, 'human'],
    [{ 'x-autoreply': 'yes' }, 'automatic'],
    [{ precedence: 'auto_reply' }, 'automatic'],
    [{ precedence: 'bulk' }, 'bulk'],
    [{ 'list-unsubscribe': '<https://x.example>' }, 'bulk'],
    [{ 'x-failed-recipients': 'a@b.example' }, 'bounce'],
  ] as const)('reads the header %o as %s', (headers, expected) => {
    expect(kind('Hello', headers)).toBe(expected)
  })

  it('knows reports of servers, and a receipt as what a program sent', () => {
    expect(kind('x', {}, 'mailer-daemon@b.example', 'multipart/report; report-type=delivery-status')).toBe('bounce')
    expect(kind('Undelivered Mail Returned to Sender', {}, 'mailer-daemon@b.example')).toBe('bounce')
    expect(kind('Read', {}, 'a@b.example', 'multipart/report; report-type=disposition-notification')).toBe('automatic')
  })
})

describe('what somebody wrote themselves', () => {
  it.each([
    ['Yes.\n\nOn Mon, 3 Mar 2025 at 10:00, Ana <a@b.c> wrote:\n> a\n> b', 'Yes.'],
    ['Oui.\n\nLe lun. 3 mars 2025 à 10:00, Ana <a@b.c> a écrit :\n> a', 'Oui.'],
    ['Ja.\n\nAm 03.03.2025 um 10:00 schrieb Ana <a@b.c>:\n> a', 'Ja.'],
    ['Sí.\n\nEl lun, 3 mar 2025 a las 10:00, Ana (<a@b.c>) escribió:\n> a', 'Sí.'],
    ['Sim.\n\nEm seg., 3 de mar. de 2025, Ana <a@b.c> escreveu:\n> a', 'Sim.'],
    ['Yes.\n\nOn Monday the third of March at ten, Ana Costa <a@b.c>\nwrote:\n> a', 'Yes.'],
    ['Fine.\n\n-----Original Message-----\nFrom: Ana\nSent: today\n\nold', 'Fine.'],
    ['Fine.\n\nFrom: Ana\nSent: Monday\nTo: Bo\n\nold', 'Fine.'],
    ['Fine.\n-- \nAna\nCosta SA', 'Fine.'],
    ['On Monday Ana wrote:\n> price?\n\nTen euros.\n> when?\nTomorrow.', 'Ten euros.\nTomorrow.'],
    ['Nothing is quoted here.', 'Nothing is quoted here.'],
  ])('finds it in %j', (text, expected) => {
    expect(unquotedText(text)).toBe(expected)
  })

  it('counts words in any script', () => {
    expect(countWords('Hello, how are you?')).toBe(4)
    expect(countWords('')).toBe(0)
    expect(countWords('今日は元気ですか')).toBeGreaterThan(1)
  })
})

describe('ids and addresses', () => {
  it('reads ids with their flaws, the last hundred of many', () => {
    expect(idIn(' <a@b> (comment)')).toBe('a@b')
    expect(idIn('')).toBeNull()
    expect(idsIn('<a@b> junk <c@d>\r\n <a@b>')).toEqual(['a@b', 'c@d'])
    expect(idsIn(Array.from({ length: 500 }, (_, n) => `<${n}@x>`).join(' '))).toHaveLength(100)
    expect(idIn(`<${'x'.repeat(300)}@y>`)).toMatch(/^long:[0-9a-f]{64}$/)
  })

  it('knows aliases of one mailbox', () => {
    expect(baseOf('ana+news@client.example')).toBe('ana@client.example')
    expect(baseOf('a.na@googlemail.com')).toBe('ana@gmail.com')
  })
})

describe('templates', () => {
  const values = new Map([['person.firstName', 'Ana']])
  it('fills in what is known, and names what is not', () => {
    expect(fillTemplate('Hello {{ person.firstName }} of {{person.company}}', values)).toEqual({
      text: 'Hello Ana of {{person.company}}',
      missing: ['person.company'],
      unknown: [],
    })
    expect(fillTemplate('{{person.company|your company}} {{person.shoe}}', values)).toEqual({
      text: 'your company {{person.shoe}}',
      missing: [],
      unknown: ['person.shoe'],
    })
  })
})

describe('reports of servers', () => {
  it('tells for good from for now, and reads those that keep to no standard', () => {
    const standard = (status: string, said: string) =>
      `Subject: x\r\n\r\nFinal-Recipient: rfc822; ana@client.example\r\nAction: failed\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; ${said}\r\n\r\nMessage-ID: <m@x>\r\n`
    expect(readReport(standard('5.1.1', '550 no such user'), null)).toEqual({
      how: 'hard',
      address: 'ana@client.example',
      why: '550 no such user',
      keys: ['m@x'],
    })
    expect(readReport(standard('5.2.2', '552 mailbox full'), null)?.how).toBe('soft')
    expect(readReport(standard('4.4.1', 'timed out'), null)?.how).toBe('soft')
    expect(readReport('Subject: x\r\n\r\nAction: delayed\r\nStatus: 4.4.1\r\n', null)).toBeNull()
    const free = 'Sorry, I could not deliver to <ana@client.example>:\n550 User unknown'
    expect(readReport(`Subject: failure notice\r\n\r\n${free}`, free)).toMatchObject({
      how: 'hard',
      address: 'ana@client.example',
    })
  })
})

describe('reading', () => {
  const read = (text: string) =>
    readMessage(Buffer.from(text, 'latin1'), { arrivedMs: Date.UTC(2026, 10, 25), sizeBytes: text.length })
  it('gives two mails without an id the same key when they say the same', async () => {
    const one = await read('From: a@b.example\r\nDate: Mon, 2 Nov 2026 10:00:00 +0000\r\nSubject: x\r\n\r\nHello')
    const other = await read('From: a@b.example\r\nDate: Mon, 2 Nov 2026 10:00:00 +0000\r\nSubject: x\r\n\r\nHello')
    const third = await read('From: a@b.example\r\nDate: Mon, 2 Nov 2026 10:00:00 +0000\r\nSubject: x\r\n\r\nBye')
    expect(one.key).toBe(other.key)
    expect(one.key).not.toBe(third.key)
  })

  it('does not believe a date after its arrival', async () => {
    expect((await read('From: a@b.example\r\nDate: Mon, 2 Nov 2099 10:00:00 +0000\r\n\r\nHello')).sentAtMs).toBe(
      Date.UTC(2026, 10, 25),
    )
  })

  it('shows no script, no style that leaves its place, and no picture from elsewhere unless asked', () => {
    const dirt = `<style>p{}</style><script>1</script><p style="position:fixed;color:red" onclick="x()">a<a href="javascript:x()">b</a><img src="https://spy.example/p"><iframe src="x"></iframe><form><input></form></p>`
    const { html, blocked } = cleanHtml(dirt, { hasPictures: false })
    expect(html).not.toMatch(/script|onclick|javascript|spy|iframe|form|input|position/)
    expect(html).toContain('color:red')
    expect(blocked).toBe(1)
    expect(cleanHtml(dirt, { hasPictures: true }).html).toContain('https://spy.example/p')
  })

  it('takes only its own tracking tokens', () => {
    const id = '01a213ce-9f76-798d-9daa-9172feecb9c2'
    expect(readTrackingToken('s', trackingToken('s', id, 3))).toEqual({ outgoingId: id, place: 3 })
    expect(readTrackingToken('s', trackingToken('s', id, -1))).toEqual({ outgoingId: id, place: -1 })
    expect(readTrackingToken('other', trackingToken('s', id, 3))).toBeNull()
    expect(readTrackingToken('s', 'nonsense')).toBeNull()
  })
})
