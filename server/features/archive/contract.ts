import { ADMINS, contract } from '../../http/contract.ts'

export const downloadArchive = contract({
  id: 'downloadArchive',
  method: 'GET',
  url: '/api/archive',
  summary:
    'Everything this Ensemble knows as of now, as a ZIP of CSV tables with a description. Passwords, sign-ins and API keys are not in it. `ensemble import archive FILE` brings it up again.',
  roles: ADMINS,
  produces: 'application/zip',
})
