import { NativeSelect, Switch } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, done } from '../../api/client.ts'
import { useIsRole } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { sayRefused } from '../../ui/toast.ts'
import { type NoticeKind, type Preferences, preferencesQuery, type Way } from './queries.ts'
import look from './settings.module.css'
import { SettingsHead } from './settings-head.tsx'

const GROUPS = [
  {
    id: 'leads',
    kinds: ['routed', 'warned', 'breached', 'escalated', 'reassigned', 'unroutable', 'overflowed', 'asked', 'answered'],
  },
  { id: 'agreement', kinds: ['signature_asked', 'agreement_signed', 'agreement_in_force', 'clause_commented'] },
  {
    id: 'together',
    kinds: ['feedback', 'feedback answered', 'backtest_done', 'import_done', 'mailbox_gap', 'mailbox_unreachable'],
  },
] as const
const ADMIN_GROUP = { id: 'house', kinds: ['mail_refused', 'webhook_stopped'] } as const
const WAYS: readonly Way[] = ['off', 'app', 'now', 'digest']

/** How I want to be told of what: every choice is kept at once. */
export function NoticesPage() {
  const query = useQuery(preferencesQuery)
  return (
    <Page>
      <SettingsHead />
      <Loaded query={query}>{(data) => <Choices {...data} />}</Loaded>
    </Page>
  )
}

type Data = { preferences: Preferences; canMail: boolean; address: string | null; refusedBecause: string | null }

function Choices({ preferences, canMail, address, refusedBecause }: Data) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const isAdmin = useIsRole('admin')
  const save = useMutation({
    mutationFn: (body: Preferences) => done(api.PUT('/api/notices/preferences', { body })),
    onMutate: (next) => {
      client.setQueryData(preferencesQuery.queryKey, (old) => (old === undefined ? old : { ...old, preferences: next }))
    },
    onError: (error) => sayRefused(error),
    onSettled: () => client.invalidateQueries({ queryKey: preferencesQuery.queryKey }),
  })
  const choose = (kind: NoticeKind, way: Way) =>
    save.mutate({ ...preferences, ways: { ...preferences.ways, [kind]: way } })
  const groups = isAdmin ? [...GROUPS, ADMIN_GROUP] : GROUPS
  return (
    <>
      <p className={look.intro}>{t('settings.notices.intro')}</p>
      {!canMail && (
        <p className={look.note} role="status">
          {t('settings.notices.noMail')}{' '}
          {isAdmin && <Link to={paths.settingsMail}>{t('settings.notices.setMail')}</Link>}
        </p>
      )}
      {canMail && refusedBecause !== null && (
        <p className={look.note} role="status">
          {t('settings.notices.refused', { address, why: refusedBecause })}
        </p>
      )}
      <Section title={t('settings.notices.when')} aside={canMail && address !== null ? address : undefined}>
        <div className={look.switches}>
          <Switch
            label={t('settings.notices.summary')}
            description={t('settings.notices.summaryText')}
            checked={preferences.hasSummary}
            onChange={(event) => save.mutate({ ...preferences, hasSummary: event.currentTarget.checked })}
          />
          <Switch
            label={t('settings.notices.quiet')}
            description={t('settings.notices.quietText')}
            checked={preferences.isQuiet}
            onChange={(event) => save.mutate({ ...preferences, isQuiet: event.currentTarget.checked })}
          />
        </div>
      </Section>
      {groups.map(({ id, kinds }) => (
        <Section key={id} title={t(`settings.notices.groups.${id}`)}>
          <div className={look.kinds}>
            {kinds.map((kind) => (
              <Kind key={kind} kind={kind} way={preferences.ways[kind]} onChoose={(way) => choose(kind, way)} />
            ))}
          </div>
        </Section>
      ))}
    </>
  )
}

function Kind({ kind, way, onChoose }: { kind: NoticeKind; way: Way; onChoose: (way: Way) => void }) {
  const { t } = useTranslation()
  const label = t(`settings.notices.kinds.${kind}`)
  return (
    <div className={look.kind}>
      <span aria-hidden>{label}</span>
      <NativeSelect
        aria-label={label}
        value={way}
        data={WAYS.map((each) => ({ value: each, label: t(`settings.notices.ways.${each}`) }))}
        onChange={(event) => {
          const chosen = WAYS.find((each) => each === event.currentTarget.value)
          if (chosen !== undefined) onChoose(chosen)
        }}
      />
    </div>
  )
}
