import type { AddressInfo } from 'node:net'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENDPOINTS } from '../../endpoints.ts'
import type { Role } from '../../http/contract.ts'
import { type House, openHouse } from '../../test/house.ts'

let house: House
let url: URL
beforeAll(async () => {
  house = await openHouse(ENDPOINTS)
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  url = new URL(`http://127.0.0.1:${(house.app.server.address() as AddressInfo).port}/mcp`)
})
afterAll(() => house.close())

/** An assistant with a key of somebody of this role. */
async function assistant(role: Role, scopes: string[]): Promise<Client> {
  const { ask } = await house.as(role)
  const made = await ask({ method: 'POST', url: '/api/api-keys', body: { name: 'assistant', scopes } })
  expect(made.statusCode).toBe(201)
  const client = new Client({ name: 'test', version: '1' })
  const transport = new StreamableHTTPClientTransport(url, {
    requestInit: { headers: { authorization: `Bearer ${made.json().apiKey}` } },
  })
  await client.connect(transport as Parameters<Client['connect']>[0])
  return client
}

async function call(client: Client, name: string, args: Record<string, unknown>) {
  const answer = await client.callTool({ name, arguments: args })
  const [first] = answer.content as { type: string; text: string }[]
  return { text: first?.text ?? '', isError: answer.isError === true }
}

async function somebody(): Promise<string> {
  const { ask } = await house.as('admin')
  const answer = await ask({
    method: 'POST',
    url: '/api/facts',
    body: {
      facts: [
        {
          kind: 'person.identified',
          who: { email: `ana-${Math.random()}@padaria.example` },
          data: { person: { name: 'Ana Padaria' } },
        },
      ],
    },
  })
  return answer.json().facts[0].personId
}

describe('an assistant by the Model Context Protocol', () => {
  it('is told of the tools that its key and its owner’s role allow, and of no others', async () => {
    const names = async (client: Client) => (await client.listTools()).tools.map((tool) => tool.name)
    const reader = await names(await assistant('seller', ['read']))
    expect(reader).toEqual(expect.arrayContaining(['search', 'queue', 'story', 'funnel']))
    expect(reader).not.toContain('write_note')
    const writer = await names(await assistant('seller', ['read', 'facts:write']))
    expect(writer).toEqual(expect.arrayContaining(['write_note', 'log_call', 'record_fact']))
    const marketer = await names(await assistant('marketer', ['write']))
    expect(marketer).toContain('write_note')
    expect(marketer).not.toContain('log_call')
    expect(await names(await assistant('seller', ['queue:read']))).toEqual(['queue'])
  })

  it('finds somebody, reads their story and writes a note that both teams see', async () => {
    const personId = await somebody()
    const client = await assistant('seller', ['write'])
    const found = await call(client, 'search', { q: 'padaria' })
    expect(JSON.parse(found.text).people.map((one: { personId: string }) => one.personId)).toContain(personId)
    expect(await call(client, 'write_note', { personId, text: 'Asked for a second oven' })).toMatchObject({
      isError: false,
    })
    const story = JSON.parse((await call(client, 'story', { personId, limit: 5 })).text)
    expect(story.facts.map((fact: { kind: string }) => fact.kind)).toContain('note.written')
  })

  it('is told what does not fit and what to do, and changes nothing', async () => {
    const client = await assistant('seller', ['write'])
    expect(await call(client, 'person', { personId: 'nobody' })).toMatchObject({ isError: true })
    const refused = await call(client, 'record_fact', { personId: await somebody(), kind: 'lead.routed', data: {} })
    expect(refused.isError).toBe(true)
    expect(refused.text).toMatch(/only Ensemble itself|Only Ensemble itself/)
    expect((await call(client, 'erase_everything', {})).text).toMatch(/no tool "erase_everything"/)
    expect(await call(client, 'log_call', { personId: await somebody(), outcome: 'sang' })).toMatchObject({
      isError: true,
    })
  })

  it('does not come in without a key, nor after it was revoked', async () => {
    const answer = await house.ask({ method: 'POST', url: '/mcp', body: { jsonrpc: '2.0', id: 1, method: 'ping' } })
    expect(answer.statusCode).toBe(401)
  })
})
