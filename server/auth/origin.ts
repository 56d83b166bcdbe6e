import type { FastifyRequest } from 'fastify'
import { Problem } from '../http/problem.ts'

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/**
 * True when a page of another site sent this request. Any address this installation is reached at is home: the public one,
 * and the one the browser typed (Host), so that localhost, a LAN address and a proxy all work.
 */
export function isForeign(request: FastifyRequest, publicUrl: string): boolean {
  const { origin } = request.headers
  if (origin === undefined) return request.headers['sec-fetch-site'] === 'cross-site'
  if (!URL.canParse(origin)) return true
  const from = new URL(origin)
  return from.host !== request.host && from.origin !== new URL(publicUrl).origin
}

/** Refuses changes asked for by a page of another site (cross-site request forgery). */
export function refuseForeignChange(request: FastifyRequest, publicUrl: string): void {
  if (SAFE_METHODS.includes(request.method) || !isForeign(request, publicUrl)) return
  throw new Problem('not-allowed', 'This request came from a page of another site.', {
    mend: 'Open Ensemble at its own address. Behind a proxy, set ENSEMBLE_PUBLIC_URL to the address people type.',
  })
}
