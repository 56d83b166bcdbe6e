import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Certificates = {
  /** PEM of the authority, and files of a certificate that it signed for localhost and 127.0.0.1. */
  authority: string
  cert: string
  key: string
  folder: string
}

/** An authority of a test and a certificate of it, or why there is none. */
export function makeCertificates(): { ok: true; made: Certificates } | { ok: false; why: string } {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' })
  } catch {
    return { ok: false, why: 'there is no openssl on this machine' }
  }
  const folder = mkdtempSync(join(tmpdir(), 'ensemble-tls-'))
  chmodSync(folder, 0o755)
  const at = (name: string): string => join(folder, name)
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { stdio: 'ignore' })
  }
  const fresh = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  openssl(
    'req',
    '-x509',
    ...fresh,
    '-keyout',
    at('ca.key'),
    '-out',
    at('ca.pem'),
    '-days',
    '2',
    '-subj',
    '/CN=Authority of a test',
  )
  openssl('req', ...fresh, '-keyout', at('key.pem'), '-out', at('asked.pem'), '-subj', '/CN=localhost')
  writeFileSync(at('names'), 'subjectAltName=DNS:localhost,IP:127.0.0.1\n')
  openssl(
    'x509',
    '-req',
    '-in',
    at('asked.pem'),
    '-CA',
    at('ca.pem'),
    '-CAkey',
    at('ca.key'),
    '-CAcreateserial',
    '-days',
    '2',
    '-out',
    at('cert.pem'),
    '-extfile',
    at('names'),
  )
  // The mail server of a test runs as somebody else.
  chmodSync(at('key.pem'), 0o644)
  return {
    ok: true,
    made: { authority: readFileSync(at('ca.pem'), 'utf8'), cert: at('cert.pem'), key: at('key.pem'), folder },
  }
}
