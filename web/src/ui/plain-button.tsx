import type { ComponentProps, ReactNode } from 'react'
import look from './plain-button.module.css'

type Props = Omit<ComponentProps<'button'>, 'className'> & {
  variant?: 'default' | 'filled' | 'subtle'
  size?: 'sm' | 'compact'
  leftSection?: ReactNode
  rightSection?: ReactNode
}

/** A button as those of the forms look, for the screens that are shown before their library is loaded. */
export function PlainButton({
  variant = 'default',
  size = 'sm',
  leftSection,
  rightSection,
  children,
  type = 'button',
  ...rest
}: Props) {
  return (
    <button {...rest} type={type} className={look.button} data-variant={variant} data-size={size}>
      {leftSection === undefined ? null : <span className={look.section}>{leftSection}</span>}
      {children}
      {rightSection === undefined ? null : <span className={look.section}>{rightSection}</span>}
    </button>
  )
}
