import { Button } from '@mantine/core'
import { IconMicrophone } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { withWords } from '../../i18n/i18n.ts'
import { Drawer } from '../../ui/drawer.tsx'

const load = withWords(['conversations'], () => import('./add-form.tsx'))
const AddForm = lazy(() => load().then((module) => ({ default: module.AddForm })))

type Props = { person: { personId: string; name: string }; isDisabled?: boolean }

/** The button that adds a transcript to somebody’s story; what it opens is loaded when it is pressed. */
export function AddConversation({ person, isDisabled = false }: Props) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        disabled={isDisabled}
        leftSection={<IconMicrophone size={14} stroke={1.6} aria-hidden />}
        onPointerEnter={() => void load()}
        onClick={() => setOpen(true)}
      >
        {t('lead.addConversation')}
      </Button>
      <Drawer isOpen={isOpen} onClose={() => setOpen(false)} title={t('lead.addConversation')} width={560}>
        {isOpen ? (
          <Suspense fallback={null}>
            <AddForm person={person} onClose={() => setOpen(false)} />
          </Suspense>
        ) : null}
      </Drawer>
    </>
  )
}
