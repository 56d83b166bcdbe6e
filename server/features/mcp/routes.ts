import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import * as promises from './contract.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.speakMcp, async ({ caller, request, reply }) => {
    // Loaded when an assistant first comes: most houses have none.
    const { speakMcp } = await import('./speak-mcp.ts')
    await speakMcp(caller, { request, reply })
    return reply
  }),
]
