import { Button, Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { WebhookKind } from './queries.ts'
import look from './settings.module.css'

type Props = {
  kinds: readonly WebhookKind[]
  chosen: readonly WebhookKind[]
  onChange: (chosen: WebhookKind[]) => void
}

/** Which events a receiver is told of. */
export function KindChecks({ kinds, chosen, onChange }: Props) {
  const { t } = useTranslation()
  const isAll = chosen.length === kinds.length
  return (
    <div>
      <div className={look.checksHead}>
        <span>{t('settings.webhooks.kinds')}</span>
        <Button variant="subtle" size="compact-sm" onClick={() => onChange(isAll ? [] : [...kinds])}>
          {t(isAll ? 'settings.webhooks.none' : 'settings.webhooks.all')}
        </Button>
      </div>
      <fieldset className={look.checks} aria-label={t('settings.webhooks.kinds')}>
        {kinds.map((kind) => (
          <Checkbox
            key={kind}
            label={<code className={look.address}>{kind}</code>}
            checked={chosen.includes(kind)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...chosen, kind] : chosen.filter((each) => each !== kind))
            }
          />
        ))}
      </fieldset>
    </div>
  )
}
