const insistAfterMs = 2000

/**
 * Resolves at the first SIGINT, SIGTERM or SIGHUP. A terminal and the processes above us may each pass the same key press on, so only
 * a signal that comes some time later means "at once".
 */
export function untilAskedToStop(): Promise<string> {
  return new Promise((resolve) => {
    let askedAt: number | undefined
    const onSignal = (signal: string) => {
      if (askedAt === undefined) {
        askedAt = Date.now()
        resolve(signal)
      } else if (Date.now() - askedAt > insistAfterMs && signal === 'SIGINT') {
        console.error('Ended at once.')
        process.exit(130)
      }
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal)
  })
}
