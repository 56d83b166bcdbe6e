import './theme/tokens.css'
import './theme/global.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api/query-client.ts'
import { startWords } from './i18n/i18n.ts'
import { router } from './routes.tsx'
import { Toaster } from './ui/toaster.tsx'

const host = document.getElementById('root')
if (host === null) throw new Error('index.html has no #root')

await startWords()

createRoot(host).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
      <Toaster />
    </QueryClientProvider>
  </StrictMode>,
)
