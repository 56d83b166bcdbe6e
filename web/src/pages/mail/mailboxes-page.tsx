import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsRole } from '../../api/session.ts'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { SettingsHead } from '../settings/settings-head.tsx'
import { ConnectForm } from './connect-form.tsx'
import { HouseMail } from './house-mail.tsx'
import look from './mail.module.css'
import { MailboxCard } from './mailbox-card.tsx'
import { type MailboxView, mailboxesQuery } from './queries.ts'

const BUSY_MS = 2_000
const CALM_MS = 15_000

function pace(boxes: readonly MailboxView[] | undefined): number {
  return boxes?.some((box) => box.status === 'new' || box.status === 'reading') ? BUSY_MS : CALM_MS
}

/** One’s mailboxes: connected, how complete they are read, and what is kept of them. */
export function MailboxesPage() {
  const { t } = useTranslation()
  const isAdmin = useIsRole('admin')
  const query = useQuery({ ...mailboxesQuery, refetchInterval: ({ state }) => pace(state.data?.mailboxes) })
  const [isAdding, setIsAdding] = useState(false)
  return (
    <Page>
      <SettingsHead />
      <p className={look.intro} style={{ paddingTop: 16 }}>
        {t('mail.boxes.intro')}
      </p>
      <Loaded query={query}>
        {({ mailboxes, signIns }) => {
          const own = mailboxes.filter((box) => box.isOwn)
          const others = mailboxes.filter((box) => !box.isOwn)
          return (
            <>
              <Section title={t('mail.boxes.title')}>
                {own.map((box) => (
                  <MailboxCard key={box.id} box={box} />
                ))}
                {isAdding ? (
                  <ConnectForm offers={signIns} onClose={() => setIsAdding(false)} />
                ) : own.length === 0 ? (
                  <Empty
                    title={t('mail.boxes.none')}
                    action={
                      <Button variant="filled" onClick={() => setIsAdding(true)}>
                        {t('mail.boxes.add')}
                      </Button>
                    }
                  />
                ) : (
                  <Button mt={16} onClick={() => setIsAdding(true)}>
                    {t('mail.boxes.addAnother')}
                  </Button>
                )}
              </Section>
              {others.length > 0 && (
                <Section title={t('mail.boxes.others')}>
                  {others.map((box) => (
                    <MailboxCard key={box.id} box={box} />
                  ))}
                </Section>
              )}
              {isAdmin && <HouseMail />}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}
