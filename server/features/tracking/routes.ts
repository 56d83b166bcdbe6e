import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../../context.ts'
import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import * as promises from './contract.ts'
import { intakeOf } from './intake.ts'
import { librarySettings } from './library-settings.ts'
import { readMessage } from './read-message.ts'
import { noteArrival, receive, senderOf } from './receive.ts'
import { receiveBatch } from './receive-batch.ts'

type Call = { ctx: Context; request: FastifyRequest; reply: FastifyReply }
/** What was sent already, for the shape of the contract. */
const ACCEPTED = { success: true as const, factId: null, status: 'accepted' as const }

const one =
  (type: promises.MessageType) =>
  async ({ ctx, request, reply }: Call) => {
    const way = intakeOf(ctx).wayFor('one')
    try {
      const received = await receive(ctx, readMessage(request.body, type), senderOf(request), way)
      const { factId, status, notes } = received
      if (status === 'accepted' && notes.length === 0) {
        // In a crowd each answer counts: this one needs no serialising.
        reply.type('application/json; charset=utf-8').send(`{"success":true,"factId":"${factId}","status":"accepted"}`)
        return ACCEPTED
      }
      return {
        success: true as const,
        factId,
        status,
        ...(received.status === 'filtered' ? { filtered: received.filtered } : {}),
        ...(notes.length > 0 ? { notes } : {}),
      }
    } catch (error) {
      if (error instanceof Problem) noteArrival(ctx, null, { what: 'refused', why: error.message }, { type })
      throw error
    }
  }
const many = ({ ctx, request }: Call) => receiveBatch(ctx, request.body, senderOf(request))

const RECEIVING: Endpoint[] = [
  endpoint(promises.track, one('track')),
  endpoint(promises.identify, one('identify')),
  endpoint(promises.page, one('page')),
  endpoint(promises.screen, one('screen')),
  endpoint(promises.group, one('group')),
  endpoint(promises.alias, one('alias')),
  endpoint(promises.batch, many),
  endpoint(promises.importEvents, many),
  endpoint(promises.trackShort, one('track')),
  endpoint(promises.identifyShort, one('identify')),
  endpoint(promises.pageShort, one('page')),
  endpoint(promises.screenShort, one('screen')),
  endpoint(promises.groupShort, one('group')),
  endpoint(promises.aliasShort, one('alias')),
  endpoint(promises.batchShort, many),
]

export const ENDPOINTS: Endpoint[] = [
  // A flood is refused before its bodies are read.
  ...RECEIVING.map((one) => ({ ...one, admit: (ctx: Context) => intakeOf(ctx).requireRoom() })),
  endpoint(promises.libraryMetrics, async () => undefined),
  endpoint(promises.librarySettings, async ({ ctx, params }) => librarySettings(ctx.publicUrl, params.writeKey)),
]
