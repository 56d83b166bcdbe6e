import type { SourceFile } from './read-imports.ts'

/** Every cycle of imports that exists at run time, each once, as the files along it. */
export function findCycles(files: SourceFile[]): string[][] {
  const edges = new Map(files.map((file) => [file.path, targets(file)]))
  const state = new Map<string, 'open' | 'done'>()
  const cycles: string[][] = []
  const visit = (path: string, trail: string[]) => {
    if (state.get(path) === 'done') return
    if (state.get(path) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(path)), path])
      return
    }
    state.set(path, 'open')
    for (const target of edges.get(path) ?? []) visit(target, [...trail, path])
    state.set(path, 'done')
  }
  for (const file of files) visit(file.path, [])
  return cycles
}

function targets(file: SourceFile): string[] {
  return file.imports.flatMap((one) => (one.target !== undefined && !one.isTypeOnly ? [one.target] : []))
}
