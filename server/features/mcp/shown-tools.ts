import { isFactKind } from '@ensemble/engine/facts/kinds.ts'
import { z } from 'zod'
import type { Caller } from '../../http/endpoint.ts'
import { mayCall } from '../../http/scopes.ts'
import { mayRecord } from '../facts/policy.ts'
import { TOOLS, type Tool } from './tools.ts'

export type ShownTool = {
  name: string
  description: string
  inputSchema: { type: 'object'; [key: string]: unknown }
  annotations: { readOnlyHint: boolean; destructiveHint: boolean }
}

/** The tools this caller may use, with the key they came with: nothing is offered that would be refused for who they are. */
export function toolsFor(caller: Caller): Tool[] {
  return TOOLS.filter(
    (tool) =>
      mayCall(caller, tool.contract) &&
      (tool.records === undefined || tool.records.some((kind) => isFactKind(kind) && mayRecord(caller.role, kind))),
  )
}

function shapeOf(schema: z.ZodType | undefined): Record<string, z.ZodType> {
  return schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : {}
}

/** The arguments of a tool: those of its route's path and query, unless it names its own. */
export function argumentsOf(tool: Tool): z.ZodObject {
  return tool.takes ?? z.object({ ...shapeOf(tool.contract.params), ...shapeOf(tool.contract.query) })
}

/** A tool as an assistant is told of it. */
export function showTool(tool: Tool): ShownTool {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(argumentsOf(tool), { io: 'input', unrepresentable: 'any' })
  const isReading = tool.contract.method === 'GET'
  return {
    name: tool.name,
    description: tool.description,
    inputSchema: { ...schema, type: 'object' },
    annotations: { readOnlyHint: isReading, destructiveHint: false },
  }
}
