import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { withWords } from '../../i18n/i18n.ts'
import look from './mail.module.css'

const load = withWords(['mail'], () => import('./thread-drawer.tsx'))
const ThreadDrawer = lazy(() => load().then((module) => ({ default: module.ThreadDrawer })))

/** Opens the thread a fact comes from. */
export function OpenMail({ mailId }: { mailId: string }) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button type="button" className={look.fact} onPointerEnter={() => void load()} onClick={() => setIsOpen(true)}>
        {t('story.openMail')}
      </button>
      {isOpen && (
        <Suspense>
          <ThreadDrawer thread={{ mailId }} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
