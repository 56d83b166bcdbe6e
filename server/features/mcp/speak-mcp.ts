import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Caller } from '../../http/endpoint.ts'
import { showTool, toolsFor } from './shown-tools.ts'
import { useTool } from './use-tool.ts'

const INSTRUCTIONS = `Ensemble joins a company's marketing and sales teams: one funnel, one agreement, one story per prospect.
Begin with "search" or "queue" to get a personId. Amounts are integer cents in the currency beside them; moments are UTC.
Rates come with n and a 95 % interval: say so, and do not rank what the intervals cannot tell apart.`

function serverFor(caller: Caller, request: FastifyRequest): Server {
  const server = new Server(
    { name: 'ensemble', version: '1' },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  )
  const tools = toolsFor(caller)
  server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: tools.map(showTool) }))
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const tool = tools.find((one) => one.name === params.name)
    if (tool !== undefined) return useTool(tool, params.arguments, request)
    const text = `There is no tool "${params.name}" for you. Yours are: ${tools.map((one) => one.name).join(', ')}.`
    return { content: [{ type: 'text', text }], isError: true }
  })
  return server
}

/** Answers one message of the Model Context Protocol. Nothing is kept between messages, so that any process may answer. */
export async function speakMcp(
  caller: Caller,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<void> {
  const server = serverFor(caller, request)
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true })
  reply.hijack()
  reply.raw.on('close', () => void server.close())
  // The SDK's own transport does not fit its own interface under exactOptionalPropertyTypes.
  await server.connect(transport as unknown as Parameters<Server['connect']>[0])
  await transport.handleRequest(request.raw, reply.raw, request.body)
}
