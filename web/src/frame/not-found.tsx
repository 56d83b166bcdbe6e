import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../paths.ts'
import { Empty } from '../ui/empty.tsx'
import { PlainButton } from '../ui/plain-button.tsx'

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <Empty
      title={t('frame.notFound.title')}
      action={<PlainButton onClick={() => void navigate({ to: paths.today })}>{t('frame.notFound.go')}</PlainButton>}
    >
      {t('frame.notFound.text')}
    </Empty>
  )
}
