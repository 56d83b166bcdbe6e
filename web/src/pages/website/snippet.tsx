import { Checkbox, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../ui/copy-button.tsx'
import { FirstKey } from './first-key.tsx'
import type { Website } from './queries.ts'
import { snippetOf } from './snippet.ts'
import look from './website.module.css'

const OPTIONS = ['consent', 'forms', 'cookieless'] as const

/** The line to paste, with the choices that change it. */
export function Snippet({ website }: { website: Website }) {
  const { t } = useTranslation()
  const [keyId, setKeyId] = useState<string | null>(null)
  const [chosen, setChosen] = useState({ consent: true, forms: true, cookieless: false })
  const key = website.keys.find((one) => one.id === keyId) ?? website.keys[0]
  if (key === undefined) return <FirstKey />
  const snippet = snippetOf(website.scriptUrl, { writeKey: key.writeKey, ...chosen })
  return (
    <div className={look.snippet}>
      {website.keys.length > 1 && (
        <Select
          label={t('website.key')}
          data={website.keys.map((one) => ({ value: one.id, label: one.name }))}
          value={key.id}
          onChange={setKeyId}
          allowDeselect={false}
        />
      )}
      {OPTIONS.map((option) => (
        <Checkbox
          key={option}
          label={t(`website.option.${option}`)}
          description={t(`website.optionText.${option}`)}
          checked={chosen[option]}
          onChange={(event) => setChosen({ ...chosen, [option]: event.currentTarget.checked })}
        />
      ))}
      <pre className={look.code}>
        <code>{snippet}</code>
      </pre>
      <div className={look.line}>
        <CopyButton text={snippet} label={t('website.copy')} copied={t('website.copied')} />
        <span className="quiet small">{t('website.weighs', { kb: (website.scriptBytes / 1_000).toFixed(1) })}</span>
      </div>
      {chosen.consent && (
        <p className="quiet small">
          {t('website.consentHow')} <code>ensemble.consent()</code>
        </p>
      )}
    </div>
  )
}
