import type { Command } from './command.ts'

/** Every command, loaded when asked for. */
export const commands: Record<string, () => Promise<Command>> = {
  agreement: () => import('./agreement.ts'),
  clock: () => import('./clock.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  start: () => import('./start.ts'),
  import: () => import('./import.ts'),
  export: () => import('./export.ts'),
  user: () => import('./user.ts'),
  demo: () => import('./demo.ts'),
  report: () => import('./report.ts'),
  backtest: () => import('./backtest.ts'),
  key: () => import('./key.ts'),
  promises: () => import('./promises.ts'),
  learn: () => import('./learn.ts'),
  attribute: () => import('./attribute.ts'),
  transcript: () => import('./transcript.ts'),
  lift: () => import('./lift.ts'),
  person: () => import('./person.ts'),
}
