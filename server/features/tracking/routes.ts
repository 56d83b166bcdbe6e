import type { Context } from '../../context.ts'
import { type Endpoint, endpoint, type SentCall, sentEndpoint } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import * as promises from './contract.ts'
import { intakeOf } from './intake.ts'
import { librarySettings } from './library-settings.ts'
import { readMessage } from './read-message.ts'
import { noteArrival, receive, senderOf } from './receive.ts'
import { receiveBatch } from './receive-batch.ts'

const one =
  (type: promises.MessageType) =>
  async ({ ctx, sent }: SentCall) => {
    try {
      const received = await receive(ctx, readMessage(sent.body, type), senderOf(sent), { way: null, text: sent.text })
      const { factId, status, notes } = received
      // In a crowd each answer counts: this one needs no serialising.
      if (status === 'accepted' && notes.length === 0)
        return `{"success":true,"factId":"${factId}","status":"accepted"}`
      return {
        success: true as const,
        factId,
        status,
        ...(received.status === 'filtered' ? { filtered: received.filtered } : {}),
        ...(notes.length > 0 ? { notes } : {}),
      }
    } catch (error) {
      if (error instanceof Problem && error.code !== 'not-ready')
        noteArrival(ctx, null, { what: 'refused', why: error.message }, { type })
      throw error
    }
  }
const many = ({ ctx, sent }: SentCall) => receiveBatch(ctx, sent, senderOf(sent))

const RECEIVING: Endpoint[] = [
  sentEndpoint(promises.track, one('track')),
  sentEndpoint(promises.identify, one('identify')),
  sentEndpoint(promises.page, one('page')),
  sentEndpoint(promises.screen, one('screen')),
  sentEndpoint(promises.group, one('group')),
  sentEndpoint(promises.alias, one('alias')),
  sentEndpoint(promises.batch, many),
  sentEndpoint(promises.importEvents, many),
  sentEndpoint(promises.trackShort, one('track')),
  sentEndpoint(promises.identifyShort, one('identify')),
  sentEndpoint(promises.pageShort, one('page')),
  sentEndpoint(promises.screenShort, one('screen')),
  sentEndpoint(promises.groupShort, one('group')),
  sentEndpoint(promises.aliasShort, one('alias')),
  sentEndpoint(promises.batchShort, many),
]

export const ENDPOINTS: Endpoint[] = [
  // A flood is refused before its bodies are read.
  ...RECEIVING.map((one) => ({ ...one, admit: (ctx: Context) => intakeOf(ctx).requireRoom() })),
  endpoint(promises.libraryMetrics, async () => undefined),
  endpoint(promises.librarySettings, async ({ ctx, params }) => librarySettings(ctx.publicUrl, params.writeKey)),
]
