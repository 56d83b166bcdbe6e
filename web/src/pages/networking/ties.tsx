import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done, take } from '../../api/client.ts'
import { useIsRole } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { sayDay } from '../../ui/say-day.ts'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './networking.module.css'
import { PersonPicker } from './person-picker.tsx'
import { type Tie, tiesQuery } from './queries.ts'

/** Who knows whom, and how well. */
export function Ties() {
  const { t } = useTranslation()
  const query = useQuery(tiesQuery)
  const mayWrite = useIsRole('admin', 'manager', 'marketer', 'seller')
  const [isAdding, setIsAdding] = useState(false)
  const add = (
    <ReasonedButton
      variant="filled"
      why={mayWrite ? null : t('networking.introductions.cannot')}
      onClick={() => setIsAdding(true)}
    >
      {t('networking.ties.add')}
    </ReasonedButton>
  )
  return (
    <>
      <Loaded query={query}>
        {({ ties, total }) =>
          ties.length === 0 ? (
            <Empty title={t('networking.ties.emptyTitle')} action={add}>
              {t('networking.ties.emptyText')}
            </Empty>
          ) : (
            <>
              <div className={look.bar}>
                <p className={look.intro}>{t('networking.ties.intro')}</p>
                {add}
              </div>
              <ul className={look.list}>
                {ties.map((tie) => (
                  <li key={tie.id}>
                    <Row tie={tie} />
                  </li>
                ))}
              </ul>
              {total > ties.length ? (
                <p className="quiet small tnum">{t('networking.ties.shown', { n: ties.length, total })}</p>
              ) : null}
            </>
          )
        }
      </Loaded>
      {isAdding ? <TieDrawer onClose={() => setIsAdding(false)} /> : null}
    </>
  )
}

function Row({ tie }: { tie: Tie }) {
  const { t, i18n } = useTranslation()
  const client = useQueryClient()
  const remove = async () => {
    try {
      await done(api.DELETE('/api/ties/{tieId}', { params: { path: { tieId: tie.id } } }))
      sayDone(t('networking.ties.removed'))
    } catch (error) {
      sayRefused(error)
    }
    await client.invalidateQueries({ queryKey: ['networking'] })
  }
  const about = [
    t(`networking.strength.s${tie.strength}`),
    ...(tie.since === null ? [] : [t('networking.ties.since', { date: sayDay(tie.since, i18n.language, 'short') })]),
    t(`networking.ties.source.${tie.source}`),
    ...(tie.note === '' ? [] : [tie.note]),
  ]
  return (
    <>
      <div className={look.main}>
        <p>
          {tie.knower.name || t('networking.somebody')} –{' '}
          <Link to={paths.lead} params={{ personId: tie.person.id }}>
            {tie.person.name || t('networking.somebody')}
          </Link>{' '}
          <span className="quiet small">{tie.person.company}</span>
        </p>
        <p className="quiet small">{about.join(' · ')}</p>
      </div>
      {tie.mayChange ? (
        <Button variant="subtle" onClick={() => void remove()}>
          {t('networking.ties.remove')}
        </Button>
      ) : null}
    </>
  )
}

const STRENGTHS = [1, 2, 3] as const

function TieDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [who, setWho] = useState<'me' | 'contact'>('me')
  const [knower, setKnower] = useState<string | null>(null)
  const [person, setPerson] = useState<string | null>(null)
  const [strength, setStrength] = useState<(typeof STRENGTHS)[number]>(2)
  const [since, setSince] = useState('')
  const [note, setNote] = useState('')
  const save = async () => {
    if (person === null) return
    try {
      await take(
        api.PUT('/api/ties', {
          body: {
            personId: person,
            strength,
            since: since === '' ? null : since,
            note,
            ...(who === 'contact' && knower !== null ? { knowerPersonId: knower } : {}),
          },
        }),
      )
      sayDone(t('networking.ties.saved'))
      await client.invalidateQueries({ queryKey: ['networking'] })
      onClose()
    } catch (error) {
      sayRefused(error)
    }
  }
  return (
    <Drawer isOpen onClose={onClose} title={t('networking.ties.add')}>
      <form
        className={look.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <SegmentedControl
          aria-label={t('networking.ties.knower')}
          value={who}
          onChange={(value) => setWho(value === 'contact' ? 'contact' : 'me')}
          data={[
            { value: 'me', label: t('networking.ties.me') },
            { value: 'contact', label: t('networking.ties.contact') },
          ]}
        />
        {who === 'contact' ? (
          <PersonPicker label={t('networking.ties.contactName')} value={knower} onChange={setKnower} />
        ) : null}
        <PersonPicker label={t('networking.ties.person')} value={person} onChange={setPerson} />
        <SegmentedControl
          aria-label={t('networking.ties.strength')}
          orientation="vertical"
          value={String(strength)}
          onChange={(value) => setStrength(STRENGTHS.find((one) => String(one) === value) ?? 2)}
          data={STRENGTHS.map((one) => ({ value: String(one), label: t(`networking.strength.s${one}`) }))}
        />
        <TextInput
          type="date"
          label={t('networking.ties.sinceWhen')}
          value={since}
          onChange={(event) => setSince(event.currentTarget.value)}
        />
        <TextInput
          label={t('networking.ties.note')}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="filled"
          w="max-content"
          disabled={person === null || (who === 'contact' && knower === null)}
        >
          {t('networking.ties.save')}
        </Button>
      </form>
    </Drawer>
  )
}
