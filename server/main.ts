import { authOf } from './auth/auth.ts'
import { makeGate } from './auth/gate.ts'
import { rememberCallers } from './auth/known-callers.ts'
import { serveAuth } from './auth/serve-auth.ts'
import { openContext } from './compose.ts'
import type { Config } from './config.ts'
import { ENDPOINTS } from './endpoints.ts'
import { ExplainedError } from './explained-error.ts'
import { runTimer } from './features/clocks/run-timer.ts'
import { runMailboxes } from './features/mailboxes/run-mailboxes.ts'
import { runPost } from './features/notices/run-post.ts'
import { eraseAgain } from './features/privacy/erase-again.ts'
import { endEventStreams } from './features/session/event-streams.ts'
import { intakeOf } from './features/tracking/intake.ts'
import { runTaking } from './features/tracking/run-taking.ts'
import { runDeliveries } from './features/webhooks/run-deliveries.ts'
import { buildApp } from './http/app.ts'
import { openTracking } from './http/open-tracking.ts'
import { serveProblemDocs } from './http/serve-problem-docs.ts'
import { serveWeb } from './http/serve-web.ts'
import { runJobs } from './jobs.ts'

export type Server = { url: string; stop(): Promise<void> }
type Stoppable = { stop(): Promise<void> }

function explainListen(error: unknown, config: Config): never {
  if (typeof error === 'object' && error !== null && 'code' in error) {
    if (error.code === 'EADDRINUSE') {
      throw new ExplainedError(
        `Port ${config.port} is already in use: another program, or another Ensemble, listens there.\nStop it, or choose another port: PORT=${config.port + 1} npm start`,
      )
    }
    if (error.code === 'EACCES')
      throw new ExplainedError(
        `This account may not listen on port ${config.port}. Choose one above 1023: PORT=4321 npm start`,
      )
  }
  throw error
}

/**
 * Starts this process in its role: `web` serves, `worker` keeps the clocks and works on jobs, `all` does both.
 * Stopping lets requests and the job at hand finish, then gives the database back.
 */
export async function startServer(config: Config, log: (line: string) => void): Promise<Server> {
  // Loads while the database starts.
  const apiDocs = import('./http/serve-api-docs.ts')
  const opened = await openContext(config, log)
  const { ctx } = opened
  const parts: Stoppable[] = []
  try {
    const erased = await eraseAgain(ctx)
    if (erased > 0) log(`Erased ${erased} people again: a backup from before their erasure was restored.`)
    await intakeOf(ctx).begin()
    parts.push(runTaking(ctx, opened.url, config))
    if (config.role !== 'web')
      parts.push(await runJobs(ctx), runTimer(ctx), runPost(ctx), runDeliveries(ctx), runMailboxes(ctx))
    if (config.role !== 'worker') {
      rememberCallers(ctx)
      const app = await buildApp({
        ctx,
        gate: makeGate(ctx),
        endpoints: ENDPOINTS,
        plugins: async (server) => {
          await serveAuth(ctx)(server)
          await (await apiDocs).serveApiDocs(server)
          serveProblemDocs(server)
          openTracking(server)
          await serveWeb(server)
        },
      })
      await app.listen({ port: config.port, host: config.host }).catch((error: unknown) => explainListen(error, config))
      // The first person to sign in need not wait for the library.
      authOf(ctx).catch((error: unknown) => ctx.log.error({ err: error }, 'sign-in cannot be loaded'))
      parts.unshift({
        async stop() {
          endEventStreams()
          await app.close()
        },
      })
    }
  } catch (error) {
    for (const part of parts) await part.stop().catch(() => undefined)
    await opened.close().catch(() => undefined)
    throw error
  }
  return {
    url: config.publicUrl,
    async stop() {
      for (const part of parts) await part.stop()
      await opened.close()
    },
  }
}
