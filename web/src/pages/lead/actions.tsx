import { Button } from '@mantine/core'
import { IconMessageReport, IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ActBar } from '../../acts/act-bar.tsx'
import type { Acts } from '../../acts/use-acts.tsx'
import type { AttemptView } from '../../api/types.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import look from './actions.module.css'

/** What can be said about the open lead; notes and needs at any time. */
export function Actions({ acts, open }: { acts: Acts; open: AttemptView | undefined }) {
  const { t } = useTranslation()
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
      </div>
    </div>
  )
}
