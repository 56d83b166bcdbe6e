import type { PoolClient } from 'pg'

type Side = 'marketing' | 'sales'
type Colleague = { id: string; email: string | null; role: string; team: string | null; side: Side | null }

/** Whose promise it is, and who has the lead, when the words are read. */
export type Matter = { owner: string | null; side: Side }
/** Finds whom a word of the agreement means: at the moment the notice is written. */
export type WhoIsMeant = (word: string, matter: Matter) => string[]

const TEAM = 'team '

/** Reads who may be meant: everybody who is active. */
export async function readWhoIsMeant(tx: PoolClient): Promise<WhoIsMeant> {
  const { rows } = await tx.query<Colleague>(
    `select u.id, lower(u.email) as email, u.role, t.name as team, t.side from users u left join teams t on t.team_id = u.team_id where u.is_active`,
  )
  return whoIsMeantBy(rows)
}

/**
 * The owner; the managers of the owner's team; the managers of a whole side as its head; a team; somebody by e-mail. When
 * nobody answers to a word, the next above do, at last the administrators: nothing is told to nobody. An owner who has left is
 * stood for by the managers.
 */
export function whoIsMeantBy(colleagues: readonly Colleague[]): WhoIsMeant {
  const ids = (some: readonly Colleague[]): string[] => some.map(({ id }) => id)
  const managers = colleagues.filter(({ role }) => role === 'manager')
  const admins = ids(colleagues.filter(({ role }) => role === 'admin'))
  // A manager without a team manages both sides.
  const ofSide = (side: Side): string[] => ids(managers.filter((one) => one.side === side || one.side === null))
  const headsOf = (side: Side): string[] => {
    const heads = ofSide(side)
    return heads.length > 0 ? heads : admins
  }
  const managersOf = ({ owner, side }: Matter): string[] => {
    const team = colleagues.find(({ id }) => id === owner)?.team ?? null
    const own = team === null ? [] : ids(managers.filter((one) => one.team === team && one.id !== owner))
    return own.length > 0 ? own : headsOf(side)
  }
  return (word, matter) => {
    if (word === 'owner') {
      const isHere = colleagues.some(({ id }) => id === matter.owner)
      if (matter.owner !== null && isHere) return [matter.owner]
      return matter.owner === null && matter.side === 'sales' ? [] : managersOf(matter)
    }
    if (word === 'manager') return managersOf(matter)
    if (word === 'head of sales') return headsOf('sales')
    if (word === 'head of marketing') return headsOf('marketing')
    const named = word.startsWith(TEAM)
      ? ids(colleagues.filter(({ team }) => team === word.slice(TEAM.length)))
      : ids(colleagues.filter(({ email }) => email === word.toLowerCase()))
    return named.length > 0 ? named : headsOf(matter.side)
  }
}
