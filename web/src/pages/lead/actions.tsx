import { Button } from '@mantine/core'
import { IconMessageReport, IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ActBar } from '../../acts/act-bar.tsx'
import type { Acts } from '../../acts/use-acts.tsx'
import { useIsRole } from '../../api/session.ts'
import type { AttemptView } from '../../api/types.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import { AddConversation } from '../conversations/add-conversation.tsx'
import look from './actions.module.css'

type Props = {
  acts: Acts
  open: AttemptView | undefined
  person: { personId: string; name: string; isAnonymous: boolean }
}

/** What can be said about the open lead; notes and needs at any time. */
export function Actions({ acts, open, person }: Props) {
  const { t } = useTranslation()
  const isViewer = useIsRole('viewer')
  return (
    <div className={look.actions}>
      {open === undefined ? <p className="quiet">{t('lead.noLead')}</p> : <ActBar acts={acts} stage={open.stage} />}
      <div className={look.words}>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPencil size={14} />}
          rightSection={<KeyHint keys="o" />}
          onClick={() => acts.run('note')}
        >
          {t('acts.note')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPencil size={14} />}
          rightSection={<KeyHint keys="d" />}
          onClick={() => acts.run('need')}
        >
          {t('acts.need')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconMessageReport size={14} />}
          rightSection={<KeyHint keys="f" />}
          onClick={() => acts.run('feedback')}
        >
          {t('acts.feedback.do')}
        </Button>
        {isViewer || person.isAnonymous ? null : <AddConversation person={person} />}
      </div>
    </div>
  )
}
