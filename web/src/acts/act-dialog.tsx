import { lazy } from 'react'
import type { Lead } from '../api/types.ts'
import { withWords } from '../i18n/i18n.ts'
import type { AskingAct } from './acts.ts'
import { FeedbackDialog } from './feedback-dialog.tsx'
import { NeedDialog } from './need-dialog.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { TellDialog } from './tell-dialog.tsx'
import type { ActLead } from './use-acts.tsx'
import { WinDialog } from './win-dialog.tsx'
import { WriteDialog } from './write-dialog.tsx'

const BookDrawer = lazy(async () => ({
  default: (await withWords(['meetings'], () => import('../pages/meetings/book-drawer.tsx'))()).BookDrawer,
}))

export type DialogProps = {
  leads: readonly ActLead[]
  detail: Lead | undefined
  onClose: () => void
  onAnswer: (data: Record<string, unknown>) => void
}

/** What an act asks before it is recorded. */
export function ActDialog({ act, ...props }: DialogProps & { act: AskingAct }) {
  const [lead] = props.leads
  switch (act) {
    case 'book':
      return lead === undefined ? null : <BookDrawer person={lead} onClose={props.onClose} />
    case 'reject':
    case 'disqualify':
      return <ReasonDialog act={act} {...props} />
    case 'sendBack':
    case 'escalate':
      return <TellDialog act={act} {...props} />
    case 'feedback':
      return <FeedbackDialog {...props} />
    case 'won':
      return <WinDialog {...props} />
    case 'note':
      return <WriteDialog {...props} />
    case 'need':
      return <NeedDialog {...props} />
  }
}
