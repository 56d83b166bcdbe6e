import { useTranslation } from 'react-i18next'
import { useNames } from '../../story/use-names.ts'
import { lazyForms } from '../../theme/with-forms.tsx'
import { WhenWanted } from '../../ui/when-wanted.tsx'
import { OwnerButton } from './owner-button.tsx'

const OwnerMenu = lazyForms(() => import('./owner-menu.tsx').then((module) => module.OwnerMenu))

/** Whose leads are shown: mine, nobody's, everyone's, or a colleague's. */
export function OwnerFilter({ owner, onChange }: { owner: string; onChange: (owner: string) => void }) {
  const label = useOwnerLabel(owner)
  return (
    <WhenWanted
      still={(handlers) => <OwnerButton {...handlers} label={label} />}
      live={(isOpen) => <OwnerMenu isOpen={isOpen} owner={owner} label={label} onChange={onChange} />}
    />
  )
}

function useOwnerLabel(owner: string): string {
  const { t } = useTranslation()
  const nameOf = useNames()
  if (owner === 'me') return t('today.mine')
  if (owner === 'all') return t('today.everyones')
  return owner === 'nobody' ? t('today.nobodys') : nameOf(owner)
}
