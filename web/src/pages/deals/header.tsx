import { ActionIcon } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../ui/page.tsx'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import look from './header.module.css'
import { type DealsPlace, DealTabs } from './tabs.tsx'

type Props = {
  here: DealsPlace
  aside?: ReactNode
  tools?: ReactNode
  /** What a phone has room for of the tools. */
  phoneTools?: ReactNode
  mayChange?: boolean
  onAdd?: () => void
}

/** The top of every page of deals. On a phone its sides have a line of their own. */
export function DealsHeader({ here, aside, tools, phoneTools, mayChange = false, onAdd }: Props) {
  const { t } = useTranslation()
  const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false
  if (isPhone) {
    return (
      <>
        <PageHeader
          title={t('deals.title')}
          aside={aside}
          actions={
            <div className={look.actions}>
              {phoneTools}
              {onAdd === undefined || !mayChange ? null : (
                <ActionIcon size={40} variant="filled" aria-label={t('deals.add')} onClick={onAdd}>
                  <IconPlus size={20} stroke={2} aria-hidden />
                </ActionIcon>
              )}
            </div>
          }
        />
        <div className={look.tabs} data-is-flush={here === 'forecast' || here === 'results' || undefined}>
          <DealTabs here={here} />
        </div>
      </>
    )
  }
  return (
    <PageHeader
      title={t('deals.title')}
      aside={aside}
      actions={
        <div className={look.actions}>
          <DealTabs here={here} />
          {tools}
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
