export type Picked = { main: string | null; also: readonly string[] }

export const MOST_ALSO = 2

/** The first reason chosen is the main one, the next two come beside it; chosen again a reason is given up. */
export function pickReason({ main, also }: Picked, code: string): Picked {
  if (main === null) return { main: code, also }
  if (main === code) return { main: also[0] ?? null, also: also.slice(1) }
  if (also.includes(code)) return { main, also: also.filter((one) => one !== code) }
  return also.length < MOST_ALSO ? { main, also: [...also, code] } : { main, also }
}
