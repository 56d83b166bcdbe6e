/** What screens hear. Sent by pg_notify inside the writing transaction, so nobody hears of what was not stored. */
export type ScreenEvent =
  | {
      event: 'lead'
      personId: string
      attempt: number
      owner: string | null
      previousOwner: string | null
      what: string[]
    }
  /** Many leads changed at once: fetch anew. */
  | { event: 'leads' }
  /** Announcements may have been lost: whatever is shown or remembered is to be asked for anew. */
  | { event: 'gap' }
  | { event: 'notice'; userId: string; id?: string }
  /** The sessions of somebody ended. */
  | { event: 'session'; userId: string }
  | { event: 'import'; importId: string }
  | { event: 'demo' }
  | { event: 'backtest'; backtestId: string }
  | { event: 'agreement' }
  /** A call came in, or what became of it; for the screens of these people alone. */
  | {
      event: 'call'
      callId: string
      userIds: string[]
      what: 'ringing' | 'answered' | 'ended' | 'missed' | 'attached'
      by: string | null
    }

export type Bus = {
  /** Calls `listener` for every event until the returned function is called. */
  listen(listener: (event: ScreenEvent) => void): () => void
  stop(): Promise<void>
}

export const CHANNEL = 'ensemble'
