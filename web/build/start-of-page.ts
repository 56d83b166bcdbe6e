import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin, Rolldown } from 'vite'

type Bundle = Rolldown.OutputBundle
type Chunk = Rolldown.OutputChunk

const read = (name: string) => readFileSync(fileURLToPath(new URL(`../start/${name}`, import.meta.url)), 'utf8')

/** What a verdict needs beside the first screen: without a network nothing more can be fetched. */
const WITHOUT_NETWORK = [
  'src/acts/act-dialog.tsx',
  'src/frame/waiting-drawer.tsx',
  'src/theme/forms.tsx',
  'src/calls/calls-today.tsx',
  'src/pages/meetings/meetings-today.tsx',
  'src/pages/today/deals-today.tsx',
]
const words = (language: string, parts: readonly string[]) => parts.map((part) => `src/pages/${part}/${language}.ts`)

/** The file of a module, and those it waits for. */
function filesOf(bundle: Bundle, modules: readonly string[]): string[] {
  const chunks = Object.values(bundle).filter((one): one is Chunk => one.type === 'chunk')
  const seen = new Set<string>()
  const wait = chunks
    .filter((one) => modules.some((id) => one.facadeModuleId?.replaceAll('\\', '/').endsWith(`/${id}`)))
    .map((one) => one.fileName)
  for (let name = wait.pop(); name !== undefined; name = wait.pop()) {
    const chunk = bundle[name]
    if (seen.has(name) || chunk?.type !== 'chunk') continue
    seen.add(name)
    wait.push(...chunk.imports)
    for (const style of chunk.viteMetadata?.importedCss ?? []) seen.add(style)
  }
  return [...seen].map((name) => `/${name}`)
}

const isScript = (file: string) => file.endsWith('.js')

/**
 * Writes into the page what runs before everything else, with the files to fetch at once; and beside it the service worker
 * with the files that let Today open without a network.
 */
export function startOfPage(): Plugin {
  return {
    name: 'start-of-page',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const files =
          bundle === undefined
            ? { en: [], fr: [], today: [] }
            : {
                en: filesOf(bundle, ['src/i18n/core-en.ts']).filter(isScript),
                fr: filesOf(bundle, ['src/i18n/core-fr.ts']).filter(isScript),
                today: filesOf(bundle, ['src/pages/today/today-page.tsx']).filter(isScript),
              }
        const text = read('start.js').replace(/\/\* files \*\/ \{.*\}/, JSON.stringify(files))
        return html.replace('<!-- start.js -->', () => `<script>${text.replace(/^\s*\/\/.*\n/gm, '').trim()}</script>`)
      },
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const modules = ['src/main.tsx', 'index.html', 'src/pages/today/today-page.tsx', ...WITHOUT_NETWORK]
        for (const language of ['en', 'fr']) {
          modules.push(`src/i18n/core-${language}.ts`, ...words(language, ['lead', 'calls', 'meetings', 'deals']))
        }
        const files = [...filesOf(bundle, modules), '/mark.svg', '/manifest.webmanifest'].sort()
        const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 12)
        const source = read('service-worker.js')
          .replace("'version'", `'${version}'`)
          .replace("['/']", JSON.stringify(['/', ...files]))
        this.emitFile({ type: 'asset', fileName: 'sw.js', source })
      },
    },
  }
}
