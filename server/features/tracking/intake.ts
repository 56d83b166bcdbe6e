import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { Crowd } from './crowd.ts'
import { Inbox } from './inbox.ts'
import { type InboxState, readInboxState } from './inbox-state.ts'
import { type Manner, receiverOf } from './receiver.ts'
import type { RecordingThread } from './recording-thread.ts'

/** `whole`: everything a message means is recorded before it is answered. `inbox`: it is stored and answered, and taken in soon after. */
export type Way = 'whole' | 'inbox'
/** `auto`: whole while the house is calm, the inbox while it is busy. */
export type IntakeMode = Way | 'auto'

/** Facts under way beyond which the house is busy. A batch is itself many. */
const CALM: Readonly<Record<Manner, number>> = { one: 24, batch: 200 }
/** It is calm again when hardly anything waits and fewer than this arrive in a second. */
const CALM_A_SECOND = 150
const LOOK_EVERY_MS = 250
/** What may wait: above it, senders are told to come again. */
export const MOST_WAITING = 200_000
export const MOST_WAITING_MS = 300_000

/** Decides how what arrives is stored, and refuses it when even the inbox is full. */
export class Intake {
  readonly #ctx: Context
  readonly #inbox: Inbox
  readonly crowd = new Crowd()
  #isBusy = false
  #timer: NodeJS.Timeout | null = null
  #seen: InboxState = { waiting: 0, oldestAtMs: null, failed: 0 }
  #putSince = 0
  #arrived = 0
  #arrivedBefore = 0
  #singles = 0
  /** Records beside the thread that answers, once there is another. */
  beside: RecordingThread | null = null
  /** Called when something was put there. */
  onPut: () => void = () => undefined

  constructor(ctx: Context) {
    this.#ctx = ctx
    this.#inbox = new Inbox(ctx, (messages) => {
      this.#putSince += messages
      this.onPut()
    })
  }

  /** After a start: what waits there comes first, so that nobody's story is told from its end. */
  async begin(): Promise<void> {
    this.#seen = await readInboxState(this.#ctx.db)
    if (this.#seen.waiting > 0) this.#becomeBusy()
  }

  /** Throws when there is no room, which is known before a body is read. */
  requireRoom(): void {
    if (!this.#isBusy) return
    const { waiting, oldestAtMs } = this.#seen
    const isFull = waiting + this.#putSince > (this.#ctx.mostWaiting ?? MOST_WAITING)
    if (!isFull && (oldestAtMs === null || this.#ctx.now() - oldestAtMs <= MOST_WAITING_MS)) return
    throw new Problem('not-ready', 'More events wait than can be taken in soon.', {
      mend: 'Send it again in a few seconds. Nothing of it was stored.',
    })
  }

  /** How the messages of a request are stored. Throws when there is no room for them. */
  wayFor(manner: Manner): Way {
    const mode = this.#ctx.intake ?? 'whole'
    const receiver = receiverOf(this.#ctx)
    if (mode === 'whole' || (mode === 'auto' && !this.#isBusy && receiver.waiting < CALM[manner])) {
      receiver.requireRoom(manner)
      return 'whole'
    }
    this.#becomeBusy()
    this.requireRoom()
    return 'inbox'
  }

  /** Who records something urgent at once although the house is busy: a thread beside this one, if there is one and this one has no time. Null when there is no room. */
  urgent(): Pick<RecordingThread, 'take'> | null {
    if (this.#ctx.intake !== 'auto') return null
    if (this.beside !== null && !this.crowd.hasTime) return this.beside.hasRoom ? this.beside : null
    const receiver = receiverOf(this.#ctx)
    return receiver.waiting < CALM.batch ? receiver : null
  }

  /** Resolves when it is committed that so many messages wait, as lines of text (`waiting-message.ts`). */
  async put(lines: string, messages: number): Promise<void> {
    this.#arrived += messages
    if (messages === 1) this.#singles += 1
    if (messages > 0) await this.#inbox.put(lines, messages)
  }

  #becomeBusy(): void {
    this.#isBusy = true
    this.#timer ??= setInterval(() => void this.#look(), LOOK_EVERY_MS).unref()
  }

  async #look(): Promise<void> {
    const putBefore = this.#putSince
    try {
      this.#seen = await readInboxState(this.#ctx.db)
      this.#putSince -= putBefore
    } catch {
      // The database is away: what was known still holds, and what arrives is told so.
      return
    }
    const { waiting, oldestAtMs } = this.#seen
    const waits = { messages: waiting + this.#putSince, forMs: oldestAtMs === null ? 0 : this.#ctx.now() - oldestAtMs }
    this.crowd.look({ singles: this.#singles, all: this.#arrived }, waits)
    this.#singles = 0
    const perSecond = ((this.#arrived + this.#arrivedBefore) * 1_000) / (2 * LOOK_EVERY_MS)
    this.#arrivedBefore = this.#arrived
    this.#arrived = 0
    if (waits.messages >= CALM.one || perSecond >= CALM_A_SECOND) return
    this.#isBusy = false
    this.crowd.letGo()
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
  }
}

const intakes = new WeakMap<Context, Intake>()

/** The intake of this process. */
export function intakeOf(ctx: Context): Intake {
  const known = intakes.get(ctx)
  if (known !== undefined) return known
  const made = new Intake(ctx)
  intakes.set(ctx, made)
  return made
}
