import { callerOf } from '../../auth/gate.ts'
import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { flawOfNetwork } from '../tracking/staff-network.ts'
import { saveWebsiteSettings } from '../tracking/website-settings.ts'
import * as promises from './contract.ts'
import { getWebsite } from './get-website.ts'
import { SCRIPT, STAFF_SCRIPT } from './script.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.getWebsite, ({ ctx }) => getWebsite(ctx)),
  endpoint(promises.saveWebsiteSettings, async ({ ctx, body }) => {
    const errors = body.staffNetworks.flatMap((text, index) => {
      const what = flawOfNetwork(text)
      return what === null ? [] : [{ where: `body.staffNetworks.${index}`, what }]
    })
    if (errors.length > 0)
      throw new Problem('bad-request', errors[0]?.what ?? '', {
        mend: 'Give an address such as 203.0.113.7 or a network such as 203.0.113.0/24.',
        errors,
      })
    await saveWebsiteSettings(ctx, body)
  }),
  endpoint(promises.websiteScript, async ({ ctx, request, reply }) => {
    // The cookie comes along only from pages of the same site: there a signed-in colleague is known.
    const isStaff = request.headers.cookie !== undefined && (await callerOf(ctx, request)) !== null
    reply.header('cross-origin-resource-policy', 'cross-origin')
    reply.header('cache-control', isStaff ? 'private, max-age=300' : 'public, max-age=3600')
    reply.header('vary', 'cookie')
    reply.type('application/javascript; charset=utf-8')
    return isStaff ? STAFF_SCRIPT : SCRIPT
  }),
]
