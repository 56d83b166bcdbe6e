type Arm = { name: string; n: number; successes: number }
type Region = { name: string; before: number; after: number; isTreated: boolean }
type Groups = { design: 'holdout'; arms: Arm[] } | { design: 'regions'; regions: Region[] }
type Read = { ok: true; groups: Groups } | { ok: false; why: 'few' | 'line'; line: number }

/** Reads a test typed or pasted a line each: `name, people, outcomes`, or `name, before, after, yes/no`; commas, semicolons or tabs. */
export function readRows(design: 'holdout' | 'regions', text: string): Read {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const arms: Arm[] = []
  const regions: Region[] = []
  for (const [i, line] of lines.entries()) {
    const [name = '', first = '', second = '', third = ''] = line.split(/[\t;,]/).map((cell) => cell.trim())
    const [a, b] = [numberOf(first), numberOf(second)]
    if (a === null || b === null || name === '') {
      // A heading may stand above.
      if (i === 0) continue
      return { ok: false, why: 'line', line: i + 1 }
    }
    if (design === 'holdout') arms.push({ name, n: a, successes: b })
    else regions.push({ name, before: a, after: b, isTreated: /^(y|yes|o|oui|1|x|true)/i.test(third) })
  }
  if (design === 'holdout')
    return arms.length < 2 ? { ok: false, why: 'few', line: 0 } : { ok: true, groups: { design, arms } }
  const treated = regions.filter((region) => region.isTreated).length
  if (treated < 3 || regions.length - treated < 3) return { ok: false, why: 'few', line: 0 }
  return { ok: true, groups: { design, regions } }
}

function numberOf(text: string): number | null {
  const value = Number(text.replaceAll(/[\s\u00a0\u202f]/g, ''))
  return text === '' || !Number.isFinite(value) || value < 0 ? null : value
}
