import { Drawer as MantineDrawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import look from './drawer.module.css'

type Props = {
  isOpen: boolean
  onClose: () => void
  title: ReactNode
  children: ReactNode
  width?: number
  footer?: ReactNode
}

/** A panel from the right; from below on a phone. Esc closes it and the focus goes back where it was. */
export function Drawer({ isOpen, onClose, title, children, width = 480, footer }: Props) {
  const { t } = useTranslation()
  const isPhone = useMediaQuery('(max-width: 48em)') ?? false
  return (
    <MantineDrawer
      opened={isOpen}
      onClose={onClose}
      title={title}
      position={isPhone ? 'bottom' : 'right'}
      size={isPhone ? '85%' : width}
      transitionProps={{ duration: 120 }}
      overlayProps={{ backgroundOpacity: 0.28 }}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ content: look.content, header: look.header, title: look.title, body: look.body }}
    >
      <div className={look.inside}>{children}</div>
      {footer === undefined ? null : <div className={look.footer}>{footer}</div>}
    </MantineDrawer>
  )
}
