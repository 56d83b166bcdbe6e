import { SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { setLanguage } from '../../i18n/i18n.ts'
import look from './gate.module.css'

type Props = { title: ReactNode; text?: ReactNode; width?: 'narrow' | 'wide'; children: ReactNode }

/** The calm screen before the frame: the mark, one question at a time, the language at the foot. */
export function Gate({ title, text, width = 'narrow', children }: Props) {
  const { t, i18n } = useTranslation()
  return (
    <div className={look.gate}>
      <main className={look.inside} data-width={width}>
        <img src="/mark.svg" alt="" width={40} height={40} className={look.mark} />
        <h1 className={look.title}>{title}</h1>
        {text !== undefined && <p className={look.text}>{text}</p>}
        {children}
      </main>
      <footer className={look.foot}>
        <SegmentedControl
          aria-label={t('signIn.language')}
          data={[
            { value: 'en', label: 'English' },
            { value: 'fr', label: 'Français' },
          ]}
          value={i18n.language}
          onChange={(value) => void setLanguage(value === 'fr' ? 'fr' : 'en')}
        />
      </footer>
    </div>
  )
}
