import type { Context } from '../context.ts'
import type { Caller } from '../http/endpoint.ts'

/** A page asks for several things at once; this long the first answer to who asks holds for the others. */
const FRESH_MS = 1_000
const MOST = 20_000

type Known = { caller: Caller; untilMs: number }
/** `changes` tells an answer that was on its way when somebody signed out from one that holds. */
type Callers = { byToken: Map<string, Known>; changes: number }
const houses = new WeakMap<object, Callers>()

/** Begins to remember callers of a house, and to forget them when a session or a role changes anywhere. Without it nobody is remembered. */
export function rememberCallers({ db, bus }: Pick<Context, 'db' | 'bus'>): void {
  houses.set(db, { byToken: new Map(), changes: 0 })
  bus.listen((event) => {
    if (event.event === 'session' || event.event === 'gap') forgetCallers({ db })
  })
}

/** After somebody signed in or out, or what they may do was changed. */
export function forgetCallers({ db }: Pick<Context, 'db'>): void {
  const callers = houses.get(db)
  if (callers === undefined) return
  callers.byToken.clear()
  callers.changes += 1
}

/** Whose session this is: asked of the database once a second, not with every request. Only a yes is remembered. */
export async function knownCaller(
  { db }: Pick<Context, 'db'>,
  token: string,
  ask: () => Promise<Caller | null>,
): Promise<Caller | null> {
  const callers = houses.get(db)
  if (callers === undefined) return ask()
  const nowMs = performance.now()
  const known = callers.byToken.get(token)
  if (known !== undefined && known.untilMs > nowMs) return known.caller
  const { changes } = callers
  const caller = await ask()
  if (callers.changes !== changes) return caller
  if (callers.byToken.size >= MOST) callers.byToken.clear()
  if (caller === null) callers.byToken.delete(token)
  else callers.byToken.set(token, { caller, untilMs: nowMs + FRESH_MS })
  return caller
}
