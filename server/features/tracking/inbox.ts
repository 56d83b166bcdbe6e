import type { Context } from '../../context.ts'

type Put = { lines: string; messages: number; done(): void; failed(error: unknown): void }

/** Messages of one row: enough to share a commit, few enough that a row is soon taken in. */
const MOST_OF_A_ROW = 250
const MOST_CHARS = 1_000_000

/**
 * Where messages wait when the house is busy: those that arrive together are one row, written by one commit, and each is answered after it. They have
 * been checked; what is left is to fold them into stories, which `takeSome` does.
 */
export class Inbox {
  readonly #ctx: Context
  readonly #onPut: (messages: number) => void
  #puts: Put[] = []
  #isWriting = false

  constructor(ctx: Context, onPut: (messages: number) => void) {
    this.#ctx = ctx
    this.#onPut = onPut
  }

  /** Resolves when it is committed that so many messages wait. */
  put(lines: string, messages: number): Promise<void> {
    return new Promise((done, failed) => {
      this.#puts.push({ lines, messages, done, failed })
      if (this.#isWriting) return
      this.#isWriting = true
      // What else arrives in this turn of the loop goes along.
      setImmediate(() => void this.#work())
    })
  }

  async #work(): Promise<void> {
    while (this.#puts.length > 0) {
      const puts = this.#next()
      const messages = puts.reduce((sum, put) => sum + put.messages, 0)
      try {
        await this.#write(messages, puts.map((put) => put.lines).join('\n'))
        this.#onPut(messages)
        for (const put of puts) put.done()
      } catch (error) {
        for (const put of puts) put.failed(error)
      }
    }
    this.#isWriting = false
  }

  #next(): Put[] {
    let chars = 0
    let messages = 0
    let count = 0
    for (const put of this.#puts) {
      chars += put.lines.length
      messages += put.messages
      if (count > 0 && (messages > MOST_OF_A_ROW || chars > MOST_CHARS)) break
      count += 1
    }
    return this.#puts.splice(0, count)
  }

  async #write(messages: number, body: string): Promise<void> {
    await (this.#ctx.receivingDb ?? this.#ctx.db).query({
      name: 'put into the inbox',
      text: 'insert into inbox (received_at, messages, body) values ($1, $2, $3)',
      values: [new Date(this.#ctx.now()), messages, body],
    })
  }
}
