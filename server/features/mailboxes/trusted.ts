import { createHash, X509Certificate } from 'node:crypto'
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls'
import { Problem } from '../../http/problem.ts'

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g
const MOST = 50

export type Trusted = { subject: string; fingerprint: string; until: string; isAuthority: boolean }

const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, ', ')

/** The certificates in a text. Throws what is wrong with it. */
export function readCertificates(text: string): Trusted[] {
  const blocks = text.match(PEM) ?? []
  const rest = text.replaceAll(PEM, '').trim()
  const refuse = (what: string, mend: string): Problem =>
    new Problem('refused', what, { mend, errors: [{ where: 'body.certificates', what, mend }] })
  if (/PRIVATE KEY/.test(rest))
    throw refuse('This holds a private key.', 'Leave the key where it is: only the certificate is wanted here.')
  if (rest !== '')
    throw refuse(
      'This is no certificate.',
      'Paste certificates as PEM: each begins with -----BEGIN CERTIFICATE----- and ends with -----END CERTIFICATE-----.',
    )
  if (blocks.length > MOST) throw refuse(`These are more than ${MOST} certificates.`, 'One authority is enough.')
  return blocks.map((block, index) => {
    try {
      const certificate = new X509Certificate(block)
      return {
        subject: oneLine(certificate.subject),
        fingerprint: certificate.fingerprint256,
        until: new Date(certificate.validTo).toISOString(),
        isAuthority: certificate.ca,
      }
    } catch {
      throw refuse(`Certificate ${index + 1} cannot be read.`, 'Paste it whole, as it stands in its file.')
    }
  })
}

const contexts = new Map<string, SecureContext>()

/** What servers are believed by: the usual authorities, and those an administrator entered. */
export function contextOf(certificates: string): SecureContext | undefined {
  if (certificates === '') return undefined
  const key = createHash('sha256').update(certificates).digest('hex')
  const known = contexts.get(key)
  if (known !== undefined) return known
  contexts.clear()
  const made = createSecureContext({ ca: [...getCACertificates('default'), ...(certificates.match(PEM) ?? [])] })
  contexts.set(key, made)
  return made
}
