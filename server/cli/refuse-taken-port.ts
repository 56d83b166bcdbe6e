import { createServer } from 'node:net'
import type { Config } from '../config.ts'
import { ExplainedError } from '../explained-error.ts'

type Address = Pick<Config, 'host' | 'port'>

/** Finds out before anything is started that the port cannot be listened on. */
export async function refuseTakenPort(address: Address): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.on('error', (error) => reject(explainListenError(error, address)))
    probe.listen(address.port, address.host, () => probe.close(() => resolve()))
  })
}

/** Says what to do about an error of listen; any other error is returned as it is. */
function explainListenError(error: unknown, { host, port }: Address): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const advice = `Choose another with PORT, for example: PORT=${port < 65_535 ? port + 1 : 4321} npm start`
  if (code === 'EADDRINUSE')
    return new ExplainedError(
      `Port ${port} of ${host} is taken by another program (perhaps another Ensemble). ${advice}`,
    )
  if (code === 'EACCES') return new ExplainedError(`Port ${port} may not be opened by this user. ${advice}`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new ExplainedError(
      `HOST=${host} is no address of this machine. Use 127.0.0.1 for this machine alone, or 0.0.0.0 for all its addresses.`,
    )
  }
  return error
}
