import { contract, EVERYONE } from '../../http/contract.ts'

export const speakMcp = contract({
  id: 'speakMcp',
  method: 'POST',
  url: '/mcp',
  summary:
    'The Model Context Protocol (streamable HTTP, without sessions): an assistant that brings an API key sees and does what the key may, by the same routes.',
  roles: EVERYONE,
  isRaw: true,
  produces: 'application/json',
})
