import { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'

const leaseName = 'ensemble lease'

/** A connection that says "this process uses the database". The kernel closes it however the process ends, so none is ever left over. */
export type Lease = { backendPid: number; release(): Promise<void> }

export async function takeLease(connection: ClientConfig, onLost: () => void): Promise<Lease> {
  const socket = new Socket()
  const client = new Client({ ...connection, application_name: leaseName, stream: () => socket })
  let isReleased = false
  let isLost = false
  const lose = () => {
    if (isReleased || isLost) return
    isLost = true
    onLost()
  }
  // A lease that was never had cannot be lost: a failed connection is told by the throw alone.
  client.on('error', () => undefined)
  await client.connect()
  client.on('error', lose)
  client.on('end', lose)
  const own = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  // A lease alone does not keep a process alive.
  socket.unref()
  return {
    backendPid: own.rows[0]?.pid ?? 0,
    release: async () => {
      isReleased = true
      socket.ref()
      await client.end().catch(() => undefined)
    },
  }
}

/** Whether another process holds a lease, once the session of the lease just released is gone. Call under the start lock. */
export async function isLeased(client: Client, releasedPid: number | undefined): Promise<boolean> {
  for (;;) {
    const { rows } = await client.query<{ pid: number }>(
      'select pid from pg_stat_activity where application_name = $1',
      [leaseName],
    )
    if (!rows.some((row) => row.pid === releasedPid)) return rows.length > 0
    await sleep(5)
  }
}
