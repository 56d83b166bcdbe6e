import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { useIsRole, useSession } from '../../api/session.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './networking.module.css'
import { PathPicture } from './path-picture.tsx'
import { type Way, waysQuery } from './queries.ts'

const SHOWN = 2

/** Who of us, or of our contacts, can introduce us to somebody: the best ways, each drawn, with a button to note that it was asked. */
export function WhoCanIntroduce({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const { user } = useSession()
  const client = useQueryClient()
  const query = useQuery(waysQuery(personId))
  const [isOpen, setIsOpen] = useState(false)
  const mayWrite = useIsRole('admin', 'manager', 'marketer', 'seller')
  const run = async (act: () => Promise<unknown>, said: string) => {
    try {
      await act()
      sayDone(said)
    } catch (error) {
      sayRefused(error)
    }
    await client.invalidateQueries({ queryKey: ['networking'] })
  }
  const ask = (way: Way) => {
    const [first, second] = way.nodes
    // One's own acquaintance is asked; otherwise the colleague who has the way.
    const asked = first?.id === user.id && second !== undefined && way.nodes.length > 2 ? second : first
    if (asked === undefined) return
    void run(
      () =>
        take(
          api.POST('/api/introductions', {
            body: {
              personId,
              note: '',
              path: way.nodes.map(({ kind, id }) => ({ kind, id })),
              ...(asked.kind === 'colleague' ? { askedUserId: asked.id } : { askedPersonId: asked.id }),
            },
          }),
        ),
      t('networking.who.asked'),
    )
  }
  const iKnow = () =>
    run(
      () => take(api.PUT('/api/ties', { body: { personId, strength: 2, since: null, note: '' } })),
      t('networking.ties.saved'),
    )
  return (
    <Loaded query={query}>
      {({ paths, introductions }) => {
        const isMine = paths.some((way) => way.nodes.length === 2 && way.nodes[0]?.id === user.id)
        const shown = isOpen ? paths : paths.slice(0, SHOWN)
        const knowButton =
          mayWrite && !isMine ? (
            <Button variant="subtle" w="max-content" onClick={() => void iKnow()}>
              {t('networking.who.iKnow')}
            </Button>
          ) : null
        if (paths.length === 0)
          return (
            <div className={look.form}>
              <p className="quiet">{t('networking.who.none')}</p>
              {knowButton}
            </div>
          )
        return (
          <div>
            {shown.map((way) => {
              const between = way.nodes.length - 2
              const isAsked = introductions.some(
                ({ asked, status }) =>
                  status !== 'declined' && asked !== null && way.nodes.slice(0, 2).some(({ id }) => id === asked.id),
              )
              return (
                <div key={way.nodes.map(({ id }) => id).join()} className={look.way}>
                  <PathPicture way={way} />
                  <div className={look.buttons}>
                    <span className="quiet small">
                      {between === 0
                        ? t(`networking.strength.s${way.weakest}`)
                        : `${t('networking.who.steps', { count: between })} · ${t('networking.who.weakest', { strength: t(`networking.strength.s${way.weakest}`) })}`}
                    </span>
                    {mayWrite && !isAsked && !(between === 0 && way.nodes[0]?.id === user.id) ? (
                      <Button onClick={() => ask(way)}>{t('networking.who.ask')}</Button>
                    ) : null}
                    {isAsked ? <span className="small">{t('networking.status.asked')}</span> : null}
                  </div>
                </div>
              )
            })}
            <div className={look.buttons}>
              {paths.length > SHOWN && !isOpen ? (
                <Button variant="subtle" onClick={() => setIsOpen(true)}>
                  {t('networking.who.more', { count: paths.length - SHOWN })}
                </Button>
              ) : null}
              {knowButton}
            </div>
          </div>
        )
      }}
    </Loaded>
  )
}
