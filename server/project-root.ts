import { dirname } from 'node:path'

/** The folder of this checkout. */
export const projectRoot = dirname(import.meta.dirname)
