import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../paths.ts'
import { Empty } from '../ui/empty.tsx'

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <Empty
      title={t('frame.notFound.title')}
      action={<Button onClick={() => void navigate({ to: paths.today })}>{t('frame.notFound.go')}</Button>}
    >
      {t('frame.notFound.text')}
    </Empty>
  )
}
