import { createHmac } from 'node:crypto'

export type NamedKey = { kind: string; value: string }

/** Recognises a key without keeping it: it can be computed only by who has the house's secret and the key itself. */
export function hashKey(secret: string, { kind, value }: NamedKey): string {
  return createHmac('sha256', `tombstone:${secret}`).update(`${kind}:${value}`).digest('hex')
}

/** A deal's id in the books of another system leads back to the person: the stand-in keeps this one. */
export function namelessDeal(secret: string, deal: string): string {
  return `erased:${createHmac('sha256', `deal:${secret}`).update(deal).digest('hex').slice(0, 24)}`
}
