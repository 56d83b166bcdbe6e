let made = 0

const hex = (number: number, digits: number) => number.toString(16).padStart(digits, '0')

/**
 * A new message id: sent again after a lost answer, the fact has its effect once. Ids sort as they were made: facts of one request and one
 * moment keep the order in which they were said. Works without a secure context.
 */
export function newMessageId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  made += 1
  return `web-${hex(Date.now(), 12)}${hex(made % 0x1000000, 6)}${Array.from(bytes, (byte) => hex(byte, 2)).join('')}`
}
