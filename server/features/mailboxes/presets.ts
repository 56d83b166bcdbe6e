import { resolveMx, resolveSrv } from 'node:dns/promises'
import type { Server } from './mailbox.ts'

export type Preset = {
  name: string
  source: 'known' | 'published' | 'guessed'
  imap: Server
  smtp: Server
  /** The server lays the copy of a sent mail into its folder by itself. */
  keepsCopies: boolean
  /** `app password`: with two-step sign-in; `oauth only`: the provider takes no password from programs. */
  note: 'app password' | 'app password always' | 'switch on' | 'oauth only' | 'bridge' | null
  helpUrl: string | null
}

const tls = (host: string, port: number): Server => ({ host, port, security: 'tls' })
const starttls = (host: string, port = 587): Server => ({ host, port, security: 'starttls' })

type Known = Omit<Preset, 'source'> & { domains: readonly string[]; mx: RegExp | null }
const known = (
  name: string,
  domains: readonly string[],
  mx: RegExp | null,
  imap: Server,
  smtp: Server,
  note: Preset['note'] = null,
  helpUrl: string | null = null,
  keepsCopies = false,
): Known => ({ name, domains, mx, imap, smtp, note, helpUrl, keepsCopies })

const KNOWN: readonly Known[] = [
  known(
    'Google',
    ['gmail.com', 'googlemail.com'],
    /(?:google|googlemail)\.com$/,
    tls('imap.gmail.com', 993),
    tls('smtp.gmail.com', 465),
    'app password always',
    'https://myaccount.google.com/apppasswords',
    true,
  ),
  known(
    'Microsoft',
    ['outlook.com', 'hotmail.com', 'hotmail.fr', 'live.com', 'live.fr', 'msn.com', 'outlook.fr'],
    /(?:protection\.outlook|olc\.protection\.outlook|mx\.microsoft)\.(?:com|net)?$/,
    tls('outlook.office365.com', 993),
    starttls('smtp.office365.com'),
    'oauth only',
    null,
    true,
  ),
  known(
    'Yahoo',
    ['yahoo.com', 'yahoo.fr', 'yahoo.de', 'yahoo.es', 'ymail.com', 'aol.com'],
    /yahoodns\.net$/,
    tls('imap.mail.yahoo.com', 993),
    tls('smtp.mail.yahoo.com', 465),
    'app password always',
  ),
  known(
    'iCloud',
    ['icloud.com', 'me.com', 'mac.com'],
    /mail\.icloud\.com$/,
    tls('imap.mail.me.com', 993),
    starttls('smtp.mail.me.com'),
    'app password always',
    'https://account.apple.com',
  ),
  known(
    'Orange',
    ['orange.fr', 'wanadoo.fr'],
    null,
    tls('imap.orange.fr', 993),
    tls('smtp.orange.fr', 465),
    'switch on',
  ),
  known('Free', ['free.fr'], null, tls('imap.free.fr', 993), tls('smtp.free.fr', 465)),
  known('SFR', ['sfr.fr', 'neuf.fr'], null, tls('imap.sfr.fr', 993), tls('smtp.sfr.fr', 465)),
  known('La Poste', ['laposte.net'], null, tls('imap.laposte.net', 993), tls('smtp.laposte.net', 465)),
  known(
    'GMX',
    ['gmx.de', 'gmx.net', 'gmx.at', 'gmx.ch'],
    null,
    tls('imap.gmx.net', 993),
    tls('mail.gmx.net', 465),
    'switch on',
  ),
  known('WEB.DE', ['web.de'], null, tls('imap.web.de', 993), starttls('smtp.web.de'), 'switch on'),
  known(
    'T-Online',
    ['t-online.de'],
    null,
    tls('secureimap.t-online.de', 993),
    tls('securesmtp.t-online.de', 465),
    'app password always',
  ),
  known(
    'Proton',
    ['proton.me', 'protonmail.com', 'pm.me'],
    /protonmail\.ch$/,
    starttls('127.0.0.1', 1143),
    starttls('127.0.0.1', 1025),
    'bridge',
    'https://proton.me/mail/bridge',
  ),
  known(
    'Fastmail',
    ['fastmail.com'],
    /messagingengine\.com$/,
    tls('imap.fastmail.com', 993),
    tls('smtp.fastmail.com', 465),
    'app password always',
  ),
  known(
    'Zoho',
    ['zohomail.eu', 'zohomail.com'],
    /zoho\.(?:com|eu)$/,
    tls('imap.zoho.com', 993),
    tls('smtp.zoho.com', 465),
    'app password',
  ),
  known('OVH', [], /mail\.ovh\.net$/, tls('ssl0.ovh.net', 993), tls('ssl0.ovh.net', 465)),
  known(
    'IONOS',
    [],
    /(?:kundenserver\.de|ionos\.[a-z]+|1and1\.[a-z]+)$/,
    tls('imap.ionos.com', 993),
    tls('smtp.ionos.com', 465),
  ),
  known(
    'Infomaniak',
    [],
    /infomaniak\.ch$/,
    tls('mail.infomaniak.com', 993),
    tls('mail.infomaniak.com', 465),
    'app password',
  ),
  known('Gandi', [], /gandi\.net$/, tls('mail.gandi.net', 993), tls('mail.gandi.net', 465)),
  known('mailbox.org', ['mailbox.org'], /mailbox\.org$/, tls('imap.mailbox.org', 993), tls('smtp.mailbox.org', 465)),
  known('Posteo', ['posteo.de', 'posteo.net'], /posteo\.de$/, tls('posteo.de', 993), tls('posteo.de', 465)),
]

function presetOf({ domains: _domains, mx: _mx, ...preset }: Known, source: Preset['source']): Preset {
  return { ...preset, source }
}

const LOOK_UP_MS = 3_000

async function soon<T>(asked: Promise<T[]>): Promise<T[]> {
  const late = new Promise<T[]>((resolve) => setTimeout(() => resolve([]), LOOK_UP_MS).unref())
  return Promise.race([asked.catch(() => []), late])
}

/** Where the mail of an address lies: as its provider is known, as its domain publishes it (RFC 6186, MX), or as most do it. */
export async function presetFor(address: string): Promise<Preset> {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  const own = KNOWN.find((each) => each.domains.includes(domain))
  if (own !== undefined) return presetOf(own, 'known')
  const [mx, imaps, submission] = await Promise.all([
    soon(resolveMx(domain)),
    soon(resolveSrv(`_imaps._tcp.${domain}`)),
    soon(resolveSrv(`_submissions._tcp.${domain}`)),
  ])
  const byMx = KNOWN.find(
    (each) => each.mx !== null && mx.some(({ exchange }) => each.mx?.test(exchange.toLowerCase())),
  )
  const imap = imaps.find(({ name }) => name !== '' && name !== '.')
  const smtp = submission.find(({ name }) => name !== '' && name !== '.')
  if (imap !== undefined)
    return {
      name: domain,
      source: 'published',
      imap: tls(imap.name, imap.port),
      smtp: smtp === undefined ? tls(`smtp.${domain}`, 465) : tls(smtp.name, smtp.port),
      keepsCopies: false,
      note: null,
      helpUrl: null,
    }
  if (byMx !== undefined) return presetOf(byMx, 'known')
  return {
    name: domain,
    source: 'guessed',
    imap: tls(`imap.${domain}`, 993),
    smtp: tls(`smtp.${domain}`, 465),
    keepsCopies: false,
    note: null,
    helpUrl: null,
  }
}
