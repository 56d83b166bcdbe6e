import type { Pool, PoolClient } from 'pg'

/** The pool, or the connection of an open transaction. */
export type Queryable = Pool | PoolClient
