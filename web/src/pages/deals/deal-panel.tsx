import { ActionIcon } from '@mantine/core'
import { IconArrowsDiagonal } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import look from './deal-view.module.css'

const DealView = lazy(() => import('./deal-view.tsx').then((module) => ({ default: module.DealView })))

type Props = { person: string | undefined; deal: string | undefined; onClose: () => void }

/** One deal in a panel beside the board or the list; a button gives it the whole page. */
export function DealPanel({ person, deal, onClose }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  if (person === undefined || deal === undefined) return null
  const whole = () => void navigate({ to: paths.deal, params: { personId: person, dealId: deal } })
  return (
    <Drawer
      isOpen
      onClose={onClose}
      width={600}
      title={
        <span className={look.panelTitle}>
          <span tabIndex={-1} data-autofocus>
            {t('deals.one')}
          </span>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('deals.whole')}
            title={t('deals.whole')}
            onClick={whole}
          >
            <IconArrowsDiagonal size={16} stroke={1.8} aria-hidden />
          </ActionIcon>
        </span>
      }
    >
      <Suspense fallback={<Skeleton rows={8} />}>
        <DealView dealKey={{ personId: person, id: deal }} />
      </Suspense>
    </Drawer>
  )
}
