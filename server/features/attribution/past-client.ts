import { Client } from 'pg'

/** A connection of the thread that holds the touches. What breaks is told by the next question that uses it. */
export async function openPastClient(databaseUrl: string): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Works with a second connection that sees what the transaction of the first one sees. */
export async function withOneMore<T>(
  client: Client,
  databaseUrl: string,
  work: (other: Client) => Promise<T>,
): Promise<T> {
  const { rows } = await client.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot')
  const other = await openPastClient(databaseUrl)
  try {
    await other.query('begin isolation level repeatable read read only')
    await other.query(`set transaction snapshot '${(rows[0]?.snapshot ?? '').replaceAll("'", '')}'`)
    return await work(other)
  } finally {
    await other.end()
  }
}
