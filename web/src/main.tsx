import '@mantine/core/styles.css'
import './theme/tokens.css'
import './theme/global.css'
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api/query-client.ts'
import { startWords } from './i18n/i18n.ts'
import { router } from './routes.tsx'
import { cssVariables, theme } from './theme/theme.ts'
import { Toaster } from './ui/toaster.tsx'

const schemes = localStorageColorSchemeManager({ key: 'ensemble-scheme' })
const host = document.getElementById('root')
if (host === null) throw new Error('index.html has no #root')

await startWords()

createRoot(host).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Toaster />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
