import { Checkbox, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import look from '../settings/settings.module.css'

export const WIDTHS = ['read', 'write', 'some'] as const
export type Width = (typeof WIDTHS)[number]

type Props = {
  all: readonly string[]
  width: Width
  chosen: readonly string[]
  onChange: (width: Width, chosen: string[]) => void
}

/** What a key may do: all of reading, all of writing, or noun by noun. */
export function ScopePicker({ all, width, chosen, onChange }: Props) {
  const { t } = useTranslation()
  const [part, setPart] = useState('')
  const narrow = all.filter((scope) => scope.includes(':'))
  const shown = narrow.filter((scope) => scope.includes(part.trim().toLowerCase()))
  return (
    <div className={look.switches}>
      <Radio.Group label={t('apiKeys.what')} value={width}>
        {WIDTHS.map((one) => (
          <Radio
            key={one}
            value={one}
            mt={8}
            label={t(`apiKeys.all.${one}`)}
            description={t(`apiKeys.allText.${one}`)}
            onChange={() => onChange(one, [...chosen])}
          />
        ))}
      </Radio.Group>
      {width === 'some' ? (
        <>
          <TextInput
            aria-label={t('apiKeys.find')}
            placeholder={t('apiKeys.find')}
            value={part}
            onChange={(event) => setPart(event.currentTarget.value)}
          />
          <fieldset className={look.checks} aria-label={t('apiKeys.what')}>
            {shown.length === 0 ? <p className="quiet">{t('apiKeys.nothing')}</p> : null}
            {shown.map((scope) => (
              <Checkbox
                key={scope}
                label={<code className={look.address}>{scope}</code>}
                checked={chosen.includes(scope)}
                onChange={(event) =>
                  onChange(
                    width,
                    event.currentTarget.checked ? [...chosen, scope] : chosen.filter((each) => each !== scope),
                  )
                }
              />
            ))}
          </fieldset>
        </>
      ) : null}
    </div>
  )
}
