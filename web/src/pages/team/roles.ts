import type { Role } from '../../api/types.ts'

/** Roles in the order they are offered: the most common first. */
export const ROLES = ['seller', 'marketer', 'manager', 'viewer', 'admin'] as const satisfies readonly Role[]
