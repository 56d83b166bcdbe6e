import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../ui/page.tsx'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import look from './header.module.css'
import { type DealsPlace, DealTabs } from './tabs.tsx'

type Props = { here: DealsPlace; aside?: ReactNode; mayChange?: boolean; onAdd?: () => void }

/** The top of every page of deals. */
export function DealsHeader({ here, aside, mayChange = false, onAdd }: Props) {
  const { t } = useTranslation()
  return (
    <PageHeader
      title={t('deals.title')}
      aside={aside}
      actions={
        <div className={look.actions}>
          <DealTabs here={here} />
          {onAdd === undefined ? null : (
            <ReasonedButton
              variant="filled"
              why={mayChange ? null : t('deals.move.cannot')}
              leftSection={<IconPlus size={15} stroke={2} aria-hidden />}
              onClick={onAdd}
            >
              {t('deals.add')}
            </ReasonedButton>
          )}
        </div>
      }
    />
  )
}
