import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'
import { compressed } from './build/compressed.ts'
import { firstScreen } from './build/first-screen.ts'
import { startOfPage } from './build/start-of-page.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const first = firstScreen(here('src/main.tsx'), here('src/pages/today/today-page.tsx'), [
  here('src/calls/calls-today.tsx'),
  here('src/pages/meetings/meetings-today.tsx'),
  here('src/pages/today/deals-today.tsx'),
])

/** The first screen is a few files; the rest is cut by which pages use it, small pieces joined to their neighbours. */
const GROUPS = [
  { name: first.vendor, priority: 5 },
  { name: first.shell, priority: 4 },
  { name: first.today, priority: 3 },
  { name: first.strips, priority: 2.95 },
  {
    name: 'forms',
    test: /web[\\/]src[\\/]theme[\\/]|mantine[\\/]core[\\/]esm[\\/](core|components[\\/](Mantine|.*Button|Input|Text|NativeSelect|Checkbox|Segmented))/,
    priority: 2.9,
  },
  {
    name: 'overlays',
    test: /@floating-ui|[\\/]components[\\/](Modal|Drawer|Portal|Popover|Menu|Combobox|Select|Autocomplete)/,
    priority: 2.8,
  },
  { name: 'part', minShareCount: 2, entriesAware: true, priority: 1 },
]

/** `ENSEMBLE_API` is where the server listens while the pages are developed; `WEB_PORT` is where they are served. */
export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, '.', ['ENSEMBLE_', 'WEB_'])
  const proxied = { target: env.ENSEMBLE_API ?? 'http://127.0.0.1:4321', changeOrigin: false }
  return {
    plugins: [react(), startOfPage(), compressed()],
    envPrefix: 'PUBLIC_',
    // Components ask for their words by the library's name and types; what answers weighs an eighth of it.
    resolve: { alias: { 'react-i18next': here('src/i18n/use-words.ts') } },
    build: {
      outDir: 'dist',
      target: 'es2023',
      manifest: true,
      rolldownOptions: {
        output: {
          codeSplitting: { groups: GROUPS },
          // The bundler names a shared part by all the pages that share it.
          chunkFileNames: ({ name }) => `assets/${name.startsWith('part~') ? 'part' : '[name]'}-[hash].js`,
        },
      },
    },
    server: {
      host: '127.0.0.1',
      port: Number(env.WEB_PORT ?? 5173),
      proxy: { '/api': proxied, '/v1': proxied, '/f/': proxied, '/u/': proxied, '/docs': proxied },
    },
  }
})
