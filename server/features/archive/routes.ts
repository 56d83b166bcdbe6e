import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import * as promises from './contract.ts'
import { downloadArchive } from './download-archive.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.downloadArchive, ({ ctx, caller, reply }) => downloadArchive(ctx, caller, reply)),
]
