import type { Bus } from '../../http/bus.ts'

/** Stories that somebody may have open at once: the ones they opened last. */
const MOST_OPEN = 10

type Watched = { byUser: Map<string, string[]>; byPerson: Map<string, Set<string>> }
const houses = new WeakMap<Bus, Watched>()

function watchedOf(bus: Bus): Watched {
  const before = houses.get(bus)
  if (before !== undefined) return before
  const made: Watched = { byUser: new Map(), byPerson: new Map() }
  houses.set(bus, made)
  return made
}

function forget({ byPerson }: Watched, userId: string, personId: string): void {
  const users = byPerson.get(personId)
  users?.delete(userId)
  if (users?.size === 0) byPerson.delete(personId)
}

/** Somebody opened this story: what changes in it concerns them until they have opened ten others. */
export function watchPerson(bus: Bus, userId: string, personId: string): void {
  const watched = watchedOf(bus)
  const before = watched.byUser.get(userId) ?? []
  const open = [personId, ...before.filter((each) => each !== personId)]
  for (const each of open.splice(MOST_OPEN)) forget(watched, userId, each)
  watched.byUser.set(userId, open)
  const users = watched.byPerson.get(personId) ?? new Set()
  watched.byPerson.set(personId, users.add(userId))
}

/** Who has this story open, as far as this process knows. */
export function watchersOf(bus: Bus, personId: string): Iterable<string> {
  return houses.get(bus)?.byPerson.get(personId) ?? []
}
