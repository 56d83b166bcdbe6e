import { z } from 'zod'
import type { Contract } from './contract.ts'
import { problem } from './shapes.ts'

type Json = Record<string, unknown>

/** Moves the `$defs` of one schema to the document's components and points the references there. */
function hoist(schema: z.ZodType, io: 'input' | 'output', components: Map<string, Json>): Json {
  const json = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' }) as Json
  const { $defs, $schema: _dialect, ...rest } = json
  const names = new Map<string, string>()
  const definitions = Object.entries(($defs ?? {}) as Record<string, Json>)
  const id = typeof rest.id === 'string' ? rest.id : null
  if (id !== null) definitions.push([id, rest])
  for (const [name, definition] of definitions) {
    const { id: _id, ...clean } = definition
    const existing = components.get(name)
    const isSame = existing === undefined || JSON.stringify(existing) === JSON.stringify(repoint(clean, names))
    const target = isSame ? name : io === 'input' ? `${name}Input` : `${name}Output`
    names.set(name, target)
    components.set(target, clean)
  }
  for (const [, target] of names) {
    const definition = components.get(target)
    if (definition !== undefined) components.set(target, repoint(definition, names) as Json)
  }
  return id !== null ? { $ref: `#/components/schemas/${names.get(id) ?? id}` } : (repoint(rest, names) as Json)
}

function repoint(value: unknown, names: Map<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => repoint(item, names))
  if (typeof value !== 'object' || value === null) return value
  const out: Json = {}
  for (const [key, item] of Object.entries(value)) {
    if (key === '$ref' && typeof item === 'string' && item.startsWith('#/$defs/')) {
      const name = item.slice('#/$defs/'.length)
      out[key] = `#/components/schemas/${names.get(name) ?? name}`
    } else if (key !== 'id' || typeof item !== 'string') out[key] = repoint(item, names)
  }
  return out
}

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query', components: Map<string, Json>): Json[] {
  if (schema === undefined) return []
  const json = hoist(schema, 'input', components)
  const required = new Set(Array.isArray(json.required) ? json.required : [])
  return Object.entries((json.properties ?? {}) as Record<string, Json>).map(([name, shape]) => ({
    name,
    in: place,
    required: place === 'path' || required.has(name),
    schema: shape,
  }))
}

function operation(contract: Contract, components: Map<string, Json>): Json {
  const status = String(contract.status ?? 200)
  const content =
    contract.response === undefined
      ? { [contract.produces ?? 'application/octet-stream']: { schema: { type: 'string' } } }
      : contract.response === null
        ? undefined
        : { 'application/json': { schema: hoist(contract.response, 'output', components) } }
  const body = contract.isUpload
    ? {
        'multipart/form-data': {
          schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
        },
      }
    : contract.body !== undefined
      ? { 'application/json': { schema: hoist(contract.body, 'input', components) } }
      : undefined
  return {
    operationId: contract.id,
    summary: contract.summary,
    tags: [contract.url.split('/')[contract.url.startsWith('/api/') ? 2 : 1] ?? 'other'],
    'x-roles': contract.roles,
    security:
      contract.roles === 'public' ? [] : contract.roles === 'write key' ? [{ writeKey: [] }] : [{ session: [] }],
    parameters: [
      ...parameters(contract.params, 'path', components),
      ...parameters(contract.query, 'query', components),
    ],
    ...(body === undefined ? {} : { requestBody: { required: true, content: body } }),
    responses: {
      [status]: { description: 'Done', ...(content === undefined ? {} : { content }) },
      default: {
        description: 'Refused: what is wrong, where, and what to do',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

/** The OpenAPI 3.1 document of a set of contracts. */
export function openApiOf(contracts: readonly Contract[]): Json {
  const components = new Map<string, Json>()
  hoist(problem, 'output', components)
  const paths: Record<string, Json> = {}
  for (const contract of contracts) {
    const path = contract.url.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operation(contract, components) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Ensemble', version: '0.1.0', description: 'One funnel, one signed agreement, one table of facts.' },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: Object.fromEntries([...components].sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'ensemble.session_token' },
        writeKey: { type: 'http', scheme: 'basic' },
      },
    },
  }
}
