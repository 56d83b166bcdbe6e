import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findDovecot } from '../../server/test/find-dovecot.ts'
import { type ImapServer, startImapServer } from '../../server/test/imap-server.ts'
import { call, type House, openHouse } from './house.ts'

const dovecot = await findDovecot()

let server: ImapServer
let house: House
let page: Page
let errors: string[]

function mail(from: string, subject: string, id: string, body: string): string {
  return `From: ${from}\r\nTo: ines@mail.example\r\nSubject: ${subject}\r\nDate: ${new Date().toUTCString()}\r\nMessage-ID: <${id}@elsewhere.example>\r\n\r\n${body}`
}

describe.skipIf(!dovecot.ok)(`a thread at a real IMAP server${dovecot.ok ? '' : ` (left out: ${dovecot.why})`}`, () => {
  beforeAll(async () => {
    if (!dovecot.ok) return
    server = await startImapServer(dovecot.root)
    house = await openHouse()
    const visit = await house.visit()
    page = visit.page
    errors = visit.errors
    await page.goto('/')
    await page.waitForURL('**/welcome')
    await page.getByLabel('Company').fill('Lume')
    await page.getByLabel('Your name').fill('Inès Duarte')
    await page.getByLabel('Your e-mail').fill('ines@lume.example')
    await page.getByLabel('Password', { exact: true }).fill('a long enough password')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('Start empty').click()
    await page.waitForURL((url) => url.pathname === '/')
    await call(page, 'POST', '/api/facts', {
      facts: [
        {
          kind: 'person.identified',
          messageId: 'who',
          who: { email: 'ana@mail.example' },
          data: { person: { name: 'Ana Costa', email: 'ana@mail.example' } },
        },
      ],
    })
  })

  afterAll(async () => {
    await house?.stop()
    await server?.stop()
  })

  it('connects the mailbox and says that nothing is missing', async () => {
    server.deliver('ines', [mail('Bo Berg <bo@stranger.example>', 'May we talk?', 'b', 'Hi')])
    await page.goto('/settings/mailboxes')
    await page.getByLabel('Mail servers may stand inside our network').check()
    await page.getByRole('button', { name: 'Connect a mailbox' }).click()
    await page.getByLabel('Your address').fill('ines@mail.example')
    await page.getByLabel('User name').fill('ines')
    await page.getByLabel('Password').first().fill('wrong')
    for (const [place, port] of [server.imapPort, server.smtpPort].entries()) {
      await page.getByLabel('Server', { exact: true }).nth(place).fill('127.0.0.1')
      await page.getByLabel('Encryption').nth(place).selectOption('none')
      await page.getByLabel('Port').nth(place).fill(String(port))
    }
    await page.getByRole('button', { name: 'Try it' }).click()
    await page.getByText('does not accept the user or the password').first().waitFor()
    await page.getByLabel('Password').first().fill(server.password)
    await page.getByRole('button', { name: 'Connect', exact: true }).click()
    await page.getByText('1 of 1').waitFor()
    await page.getByText('Up to date, listening').waitFor()
  })

  it('shows a mail on the person’s story, is answered from there, and lies in the other mailbox', async () => {
    const { people } = await call<{ people: { personId: string }[] }>(page, 'GET', '/api/search?q=ana')
    await page.goto(`/people/${people[0]?.personId}`)
    server.deliver('ines', [mail('Ana Costa <ana@mail.example>', 'A question on prices', 'q', 'What would it cost?')])
    await page.getByText('Answered “A question on prices”').waitFor()
    await page.getByRole('button', { name: 'Read the mails' }).first().click()
    await page.getByRole('button', { name: 'Reply' }).click()
    await page.getByLabel('Text', { exact: true }).fill('Hello {{person.firstName}}, forty euros each.')
    await page.getByText('Hello Ana, forty euros each.').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText('Your mail leaves in ten seconds.').waitFor()
    await expect.poll(() => server.read('ana').length, { timeout: 40_000 }).toBe(1)
    const [arrived] = server.read('ana')
    expect(arrived?.raw).toContain('In-Reply-To: <q@elsewhere.example>')
    expect(arrived?.raw).toContain('Hello Ana, forty euros each.')
    await page.getByText('Wrote an e-mail').waitFor()
    await expect.poll(() => server.read('ines', 'Sent').length, { timeout: 40_000 }).toBe(1)
    expect(server.read('ines').every(({ flags }) => !flags.includes('S'))).toBe(true)
  })

  it('shows who is not known yet, and makes a person of them by one key', async () => {
    await page.goto('/mail?view=unknown')
    await page.getByText('bo@stranger.example').waitFor()
    await page.keyboard.press('m')
    await page.getByText('Bo Berg is known now').waitFor()
    await page.getByText('You know everybody who wrote').waitFor()
    expect(errors).toEqual([])
  })
})
