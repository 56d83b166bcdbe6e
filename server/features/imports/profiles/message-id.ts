import { hash } from 'node:crypto'

/** A message id that the same content always gets, so that importing it again changes nothing. */
export function messageIdOf(...parts: readonly (string | number)[]): string {
  return `import:${hash('sha1', parts.join('\u001f'), 'base64url')}`
}
