import type { ChunkingContext } from 'rolldown'

type Graph = Pick<ChunkingContext, 'getModuleInfo'>

/** Every module that these modules import, without waiting for anything. */
function statically(from: readonly string[], graph: Graph): Set<string> {
  const seen = new Set<string>()
  const wait = [...from]
  for (let id = wait.pop(); id !== undefined; id = wait.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    wait.push(...(graph.getModuleInfo(id)?.importedIds ?? []))
  }
  return seen
}

export type FirstScreen = {
  [part in 'vendor' | 'shell' | 'today' | 'strips']: (id: string, graph: Graph) => string | null
}

/**
 * What the queue needs, in four files: the libraries, what surrounds every page, the queue itself, and what may stand
 * above it. Each function names the file of a module that belongs there.
 */
export function firstScreen(main: string, today: string, above: readonly string[]): FirstScreen {
  let sets: { shell: Set<string>; today: Set<string>; strips: Set<string> } | null = null
  const known = (graph: Graph) => {
    sets ??= { shell: statically([main], graph), today: statically([today], graph), strips: statically(above, graph) }
    return sets
  }
  return {
    vendor: (id, graph) => {
      const { shell, today } = known(graph)
      return (shell.has(id) || today.has(id)) && /[\\/]node_modules[\\/](?!@tabler)/.test(id) ? 'vendor' : null
    },
    // What the bundler adds by itself (\0) is needed by whatever loads anything.
    shell: (id, graph) => (known(graph).shell.has(id) || id.startsWith('\0') ? 'shell' : null),
    today: (id, graph) => (known(graph).today.has(id) ? 'today' : null),
    strips: (id, graph) => (known(graph).strips.has(id) ? 'strips' : null),
  }
}
