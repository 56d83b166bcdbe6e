import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Waiting } from '../api/offline-queue.ts'
import { dropWaiting, sendWaiting, tryWaitingAgain } from '../api/offline-store.ts'
import { paths } from '../paths.ts'
import { Drawer } from '../ui/drawer.tsx'
import { Moment } from '../ui/moment.tsx'
import { useWaiting } from './use-waiting.ts'
import look from './waiting-drawer.module.css'

/** What waits for the network and what was refused, each with what can be done about it. */
export function WaitingDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const waiting = useWaiting()
  return (
    <Drawer isOpen onClose={onClose} title={t('frame.waiting.title')}>
      {waiting.length === 0 ? (
        <p className="quiet">{t('frame.waiting.none')}</p>
      ) : (
        <>
          <p className={look.text}>{t('frame.waiting.text')}</p>
          <ul className={look.list}>
            {waiting.map((one) => (
              <Line key={one.id} one={one} onOpen={onClose} />
            ))}
          </ul>
          {waiting.some((one) => one.refusal === null) ? (
            <Button onClick={() => void sendWaiting()}>{t('frame.waiting.now')}</Button>
          ) : null}
        </>
      )}
    </Drawer>
  )
}

function Line({ one, onOpen }: { one: Waiting; onOpen: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [personId] = one.personIds
  const leave = () => {
    dropWaiting(one.id)
    void client.invalidateQueries({ queryKey: ['queue'] })
    void client.invalidateQueries({ queryKey: ['deals'] })
    for (const id of one.personIds) void client.invalidateQueries({ queryKey: ['lead', id] })
  }
  return (
    <li className={look.line}>
      <p>
        <b>{one.said}</b>{' '}
        <span className="quiet small">{one.facts[0] === undefined ? null : <Moment at={one.facts[0].at} />}</span>
      </p>
      {one.refusal === null ? (
        <p className="quiet small">{t('frame.waiting.mark')}</p>
      ) : (
        <p className={look.why}>{one.refusal}</p>
      )}
      <p className={look.acts}>
        {personId === undefined ? null : (
          <Button
            size="xs"
            renderRoot={(props) => <Link to={paths.lead} params={{ personId }} {...props} onClick={onOpen} />}
          >
            {t('common.list.open')}
          </Button>
        )}
        {one.refusal === null ? null : (
          <Button size="xs" onClick={() => tryWaitingAgain(one.id)}>
            {t('common.retry')}
          </Button>
        )}
        <Button size="xs" onClick={leave}>
          {t('frame.waiting.leave')}
        </Button>
      </p>
    </li>
  )
}
