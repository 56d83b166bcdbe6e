import { writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'
import { CONTRACTS } from './contracts.ts'
import { openApiOf } from './openapi.ts'

const document = `${JSON.stringify(openApiOf(CONTRACTS), null, 2)}\n`
await writeFile(new URL('../../docs/openapi.json', import.meta.url), document)
const types = astToString(await openapiTS(document, { alphabetize: true }))
await writeFile(
  new URL('../../web/src/api/schema.gen.ts', import.meta.url),
  `// Generated from docs/openapi.json by server/http/write-openapi.ts.\n${types}`,
)
