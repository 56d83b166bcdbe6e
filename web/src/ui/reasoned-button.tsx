import { Button, type ButtonProps, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'

type Props = ButtonProps & { why: string | null; onClick: () => void; children: ReactNode; 'aria-label'?: string }

/** A button that may be refused: then it stays visible and reachable, does nothing, and says why. */
export function ReasonedButton({ why, onClick, children, ...rest }: Props) {
  if (why === null) {
    return (
      <Button {...rest} onClick={onClick}>
        {children}
      </Button>
    )
  }
  return (
    <Tooltip label={why} events={{ hover: true, focus: true, touch: true }}>
      <Button
        {...rest}
        variant={rest.variant === 'subtle' ? 'subtle' : 'default'}
        data-disabled
        aria-disabled="true"
        onClick={(event) => event.preventDefault()}
      >
        {children}
        <span className="hidden-words">. {why}</span>
      </Button>
    </Tooltip>
  )
}
