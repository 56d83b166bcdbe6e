import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv, type Plugin } from 'vite'

/** What every page needs goes together; the many small parts they share by chance do not become files of their own. */
const GROUPS = [
  {
    name: 'vendor',
    test: /node_modules[\\/](react|react-dom|scheduler|i18next|react-i18next|openapi-fetch|@tanstack[\\/](?!react-virtual|virtual-core)[^\\/]+)[\\/]/,
    priority: 3,
  },
  {
    name: 'base',
    test: /web[\\/]src[\\/](api|events|frame|keys|ui(?![\\/](drawer|reasoned-button))|i18n[\\/](?!parts)[\w-]+\.ts)/,
    minShareCount: 8,
    priority: 2,
  },
  { name: 'base', test: /web[\\/]src[\\/](keys|paths|search|pages[\\/][\w-]+[\\/]search)/, priority: 2 },
  { name: 'base', test: /@tabler/, minShareCount: 4, priority: 2 },
]

const WORTH_IT_BYTES = 1_024

/** Writes each script and style compressed beside itself, so that the server sends it without work. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async writeBundle(options, bundle) {
      for (const fileName of Object.keys(bundle)) {
        const path = join(options.dir ?? 'dist', fileName)
        if (!/\.(js|css)$/.test(fileName)) continue
        const source = await readFile(path)
        if (source.length < WORTH_IT_BYTES) continue
        await writeFile(`${path}.br`, brotliCompressSync(source, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
        await writeFile(`${path}.gz`, gzipSync(source, { level: 9 }))
      }
    },
  }
}

/** `ENSEMBLE_API` is where the server listens while the pages are developed; `WEB_PORT` is where they are served. */
export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, '.', ['ENSEMBLE_', 'WEB_'])
  const proxied = { target: env.ENSEMBLE_API ?? 'http://127.0.0.1:4321', changeOrigin: false }
  return {
    plugins: [react(), compressed()],
    envPrefix: 'PUBLIC_',
    build: {
      outDir: 'dist',
      target: 'es2023',
      chunkSizeWarningLimit: 700,
      rolldownOptions: { output: { codeSplitting: { groups: GROUPS } } },
    },
    server: {
      host: '127.0.0.1',
      port: Number(env.WEB_PORT ?? 5173),
      proxy: { '/api': proxied, '/v1': proxied, '/f/': proxied, '/u/': proxied, '/docs': proxied },
    },
  }
})
