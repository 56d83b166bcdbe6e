import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A check is a script that ends with 0 or says what is wrong; each counts as one test. */
export type Check = { name: string; args: string[] }

/** Every check there is. A generator `bin/make-*.ts` is checked to be up to date without being listed. */
export function checks(root: string): Check[] {
  const tsc = join(root, 'node_modules', 'tsc7', 'bin', 'tsc')
  const generators = readdirSync(join(root, 'bin')).filter((name) => /^make-.*\.ts$/.test(name))
  return [
    {
      name: 'style (biome)',
      args: [join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'check', '--max-diagnostics=50', '.'],
    },
    ...['engine', 'server', 'web', '.'].map((project) => ({
      name: `types of ${project}`,
      args: [tsc, '--noEmit', '-p', project],
    })),
    { name: 'layers and import cycles', args: ['bin/check-layers.ts'] },
    ...generators.map((name) => ({ name: `${name} is up to date`, args: [`bin/${name}`, '--check'] })),
  ]
}
