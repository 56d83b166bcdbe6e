import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../../api/session.ts'
import { withWords } from '../../i18n/i18n.ts'

const load = withWords(['mail'], () => import('./compose-drawer.tsx'))
const ComposeDrawer = lazy(() => load().then((module) => ({ default: module.ComposeDrawer })))

type Props = {
  person: { id: string; name: string; email: string | null }
  /** What the button says, where it is not the usual word. */
  label?: string
  /** One of several things in a line, not the main one. */
  isSmall?: boolean
}

/** The button that opens a mail to somebody; what it opens is loaded when it is pressed. */
export function WriteMail({ person, label, isSmall = false }: Props) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  if (useIsRole('viewer')) return null
  return (
    <>
      <Button
        {...(isSmall ? { size: 'compact-sm', variant: 'subtle' } : {})}
        onPointerEnter={() => void load()}
        onClick={() => setIsOpen(true)}
      >
        {label ?? t('story.writeMail')}
      </Button>
      {isOpen && (
        <Suspense>
          <ComposeDrawer person={person} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
