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
      {groupsOf(kinds).map(([noun, some]) => {
        const taken = some.filter((kind) => chosen.includes(kind))
        const others = chosen.filter((kind) => !some.includes(kind))
        return (
          <fieldset key={noun} className={look.checkGroup}>
            <Checkbox
              label={<strong>{noun}</strong>}
              aria-label={t('settings.webhooks.allOf', { noun })}
              checked={taken.length === some.length}
              indeterminate={taken.length > 0 && taken.length < some.length}
              onChange={() => onChange(taken.length === some.length ? others : [...others, ...some])}
            />
            <div className={look.checks}>
              {some.map((kind) => (
                <Checkbox
                  key={kind}
                  label={<code className={look.address}>{kind}</code>}
                  checked={chosen.includes(kind)}
                  onChange={(event) =>
                    onChange(event.currentTarget.checked ? [...chosen, kind] : chosen.filter((each) => each !== kind))
                  }
                />
              ))}
            </div>
          </fieldset>
        )
      })}
    </div>
  )
}

/** Kinds by the noun they begin with, in the order they come. */
function groupsOf(kinds: readonly WebhookKind[]): [string, WebhookKind[]][] {
  const groups = new Map<string, WebhookKind[]>()
  for (const kind of kinds) {
    const noun = kind.slice(0, kind.indexOf('.'))
    groups.set(noun, [...(groups.get(noun) ?? []), kind])
  }
  return [...groups]
}
