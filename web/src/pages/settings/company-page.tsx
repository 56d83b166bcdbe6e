import { Alert, Button, Select } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { useIsRole, useSession } from '../../api/session.ts'
import { Page, Section } from '../../ui/page.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import { CURRENCIES } from '../setup/guess-place.ts'
import { AdminsOnly } from './admins-only.tsx'
import look from './settings.module.css'
import { SettingsHead } from './settings-head.tsx'

/** What the company says of itself: for now the currency in which it counts. */
export function CompanyPage() {
  const isAdmin = useIsRole('admin')
  return isAdmin ? <Shown /> : <AdminsOnly />
}

function Shown() {
  const { t, i18n } = useTranslation()
  const queries = useQueryClient()
  const { currency } = useSession()
  const [chosen, setChosen] = useState(currency)
  const names = new Intl.DisplayNames(i18n.language, { type: 'currency' })
  const save = useMutation({
    mutationFn: () => take(api.PUT('/api/settings/currency', { body: { currency: chosen } })),
    onSuccess: () => {
      sayDone(t('settings.company.saved'))
      return queries.invalidateQueries()
    },
    onError: (error) => sayRefused(error),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Page>
      <SettingsHead />
      <Section title={t('settings.company.currency')}>
        <form className={look.form} onSubmit={submit}>
          <Select
            label={t('settings.company.currencyLabel')}
            searchable
            allowDeselect={false}
            data={[...new Set([currency, ...CURRENCIES])].map((code) => ({
              value: code,
              label: `${code}, ${names.of(code) ?? code}`,
            }))}
            value={chosen}
            onChange={(code) => code !== null && setChosen(code)}
          />
          {chosen !== currency && (
            <Alert color="yellow" role="status">
              {t('settings.company.notConverted', { from: currency, to: chosen })}
            </Alert>
          )}
          <div>
            <Button type="submit" variant="filled" loading={save.isPending} disabled={chosen === currency}>
              {t('settings.company.change')}
            </Button>
          </div>
        </form>
      </Section>
    </Page>
  )
}
