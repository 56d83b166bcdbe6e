import openapiTS, { astToString } from 'openapi-typescript'
import { CONTRACTS } from '../server/http/contracts.ts'
import { openApiOf } from '../server/http/openapi.ts'
import { keepGenerated } from './keep-generated.ts'

const document = `${JSON.stringify(openApiOf(CONTRACTS), null, 2)}\n`
keepGenerated('docs/openapi.json', document)
const types = astToString(await openapiTS(document, { alphabetize: true }))
keepGenerated('web/src/api/schema.gen.ts', `// Generated from docs/openapi.json by bin/make-openapi.ts.\n${types}`)
