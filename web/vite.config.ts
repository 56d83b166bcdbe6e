import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'

/** `ENSEMBLE_API` is where the server listens while the pages are developed; `WEB_PORT` is where they are served. */
export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, '.', ['ENSEMBLE_', 'WEB_'])
  const proxied = { target: env.ENSEMBLE_API ?? 'http://127.0.0.1:4321', changeOrigin: false }
  return {
    plugins: [react()],
    envPrefix: 'PUBLIC_',
    build: { outDir: 'dist', target: 'es2023', sourcemap: false, chunkSizeWarningLimit: 700 },
    server: {
      host: '127.0.0.1',
      port: Number(env.WEB_PORT ?? 5173),
      proxy: { '/api': proxied, '/v1': proxied, '/f/': proxied, '/docs': proxied },
    },
  }
})
