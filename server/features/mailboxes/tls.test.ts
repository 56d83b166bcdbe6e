import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findDovecot } from '../../test/find-dovecot.ts'
import { type ImapServer, startImapServer } from '../../test/imap-server.ts'
import { makeCertificates } from '../../test/make-certificates.ts'
import { saveHouseRule } from './find-mail-host.ts'
import { type MailHouse, openMailHouse, type Someone } from './fixtures/mail-house.ts'
import { makeMail } from './fixtures/make-mail.ts'
import { sendDueOutgoing } from './send-due-outgoing.ts'
import { syncMailbox } from './sync-mailbox.ts'

const dovecot = await findDovecot()
const certificates = makeCertificates()
const why = !dovecot.ok ? dovecot.why : !certificates.ok ? certificates.why : null

let house: MailHouse
let server: ImapServer
let seller: Someone
let admin: Someone

describe.skipIf(why !== null)(
  `mail servers with a certificate of their own${why === null ? '' : ` (left out: ${why})`}`,
  () => {
    beforeAll(async () => {
      if (!dovecot.ok || !certificates.ok) return
      server = await startImapServer(dovecot.root, { tls: certificates.made })
      house = await openMailHouse(server)
      seller = await house.as('seller')
      admin = await house.as('admin')
    }, 120_000)

    afterAll(async () => {
      await house?.close()
      await server?.stop()
      if (certificates.ok) rmSync(certificates.made.folder, { recursive: true, force: true })
    })

    const ways = (host: string, security: 'tls' | 'starttls') => ({
      ...house.access('sam'),
      imap: { host, port: security === 'tls' ? server.imapsPort : server.imapPort, security },
      smtp: { host, port: security === 'tls' ? server.smtpsPort : server.smtpPort, security },
    })
    const test = async (host: string, security: 'tls' | 'starttls') =>
      (await seller.ask({ method: 'POST', url: '/api/mailbox-tests', body: ways(host, security) })).json()
    const trust = (body: object) => admin.ask({ method: 'PUT', url: '/api/mailbox-settings', body })

    it.each(['tls', 'starttls'] as const)(
      'are refused by %s while nobody trusts it: nothing is sent to them',
      async (security) => {
        const { imap, smtp } = await test('localhost', security)
        for (const side of [imap, smtp]) {
          expect(side.isOk).toBe(false)
          expect(side.trouble).toMatchObject({
            code: 'certificate',
            what: 'The certificate of localhost is not to be trusted: nobody here knows the authority that signed it.',
          })
          expect(side.trouble.mend).toContain('An administrator may enter the certificate of your own authority')
        }
      },
    )

    it('an administrator enters the authority; what is no certificate is refused', async () => {
      if (!certificates.ok) return
      const nonsense = await trust({ certificates: 'hello' })
      expect(nonsense.statusCode).toBe(422)
      expect(nonsense.json().errors[0]).toMatchObject({ where: 'body.certificates', what: 'This is no certificate.' })
      const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'
      expect((await trust({ certificates: broken })).json().detail).toBe('Certificate 1 cannot be read.')
      expect((await trust({ certificates: certificates.made.authority })).statusCode).toBe(204)
      const { canUseOwnNetwork, trusted } = (await admin.ask({ url: '/api/mailbox-settings' })).json()
      expect(canUseOwnNetwork).toBe(true)
      expect(trusted).toMatchObject([{ subject: 'CN=Authority of a test', isAuthority: true }])
    })

    it.each(['tls', 'starttls'] as const)('are reached by %s once their authority is trusted', async (security) => {
      const { imap, smtp } = await test('localhost', security)
      expect(imap).toMatchObject({ isOk: true, trouble: null })
      expect(imap.encryption).toMatch(/^TLSv1\.[23]$/)
      expect(smtp).toMatchObject({ isOk: true, trouble: null })
    })

    it('read and send encrypted', async () => {
      const ana = await house.known('ana@client.example', 'Ana Costa')
      server.deliver('sam', [makeMail({ subject: 'By TLS' })])
      const mailboxId = await house.connect(seller, 'sam', ways('localhost', 'tls'))
      await syncMailbox(house.ctx, mailboxId)
      expect((await house.factsOf(ana)).map((each) => each.kind)).toContain('email.replied')
      const body = { mailboxId, recipients: [{ address: 'ana@client.example' }], subject: 'Yes', body: 'Gladly.' }
      expect((await seller.ask({ method: 'POST', url: '/api/outgoing-mails', body })).statusCode).toBe(201)
      await house.hurry()
      await sendDueOutgoing(house.ctx, new AbortController().signal)
      expect(server.handed.map((each) => each.to)).toEqual([['ana@client.example']])
    })

    it('are not believed under another name than their certificate’s', async () => {
      // Resolves to this machine, whatever a name server says.
      const { imap } = await test('127.0.0.2', 'tls')
      expect(['certificate', 'closed port']).toContain(imap.trouble.code)
    })

    it('a watched mailbox says why, and is tried again rarely', async () => {
      await saveHouseRule(house.ctx.db, { certificates: '' })
      const { rows } = await house.ctx.db.query('select mailbox_id from mailboxes')
      await expect(syncMailbox(house.ctx, rows[0].mailbox_id)).rejects.toMatchObject({
        trouble: { code: 'certificate' },
      })
    })
  },
)
