import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { useIsRole, useSession } from '../../api/session.ts'
import { usersQuery } from '../../story/use-names.ts'
import { serverNow } from '../../ui/clock.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { sayRefused, sayUndo } from '../../ui/toast.ts'
import look from './book.module.css'
import { type ByHand, offerQuery, previewQuery } from './book-queries.ts'
import { ClashNote } from './clash-note.tsx'
import { FreeTimes } from './free-times.tsx'
import { InvitationPreview } from './invitation-preview.tsx'
import { mondayOf, sayWhen } from './say-when.ts'

const FREE = 'free'
const LENGTHS = ['15', '30', '45', '60', '90']
const PLACES = ['phone', 'video', 'address'] as const
type Place = (typeof PLACES)[number]
/** What was chosen otherwise than the kind of meeting says. A kind that is not chosen is the host's first; `free` is none. */
type Own = {
  typeId?: string | undefined
  minutes?: number | undefined
  title?: string | undefined
  placeKind?: Place | undefined
  place?: string | undefined
}

/** Books a meeting with somebody: what, when, where, and the invitation as they will read it. */
export function BookDrawer({ person, onClose }: { person: { personId: string; name: string }; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const client = useQueryClient()
  const { user } = useSession()
  const { personId, name } = person
  const [monday, setMonday] = useState(() => mondayOf(undefined, serverNow()))
  const [hostId, setHostId] = useState(user.id)
  const [own, setOwn] = useState<Own>({})
  const [startsAt, setStartsAt] = useState<string | null>(null)
  const [message, setMessage] = useState('')
  const [isWished, setIsWished] = useState(true)
  const set = (change: Own) => setOwn((before) => ({ ...before, ...change }))
  const [offered, setOffered] = useState<string | undefined>(undefined)
  const kind = own.typeId ?? offered ?? FREE
  const asked = {
    personId,
    ...(hostId === user.id ? {} : { hostId }),
    ...(kind === FREE ? {} : { typeId: kind }),
    ...(own.minutes === undefined ? {} : { minutes: own.minutes }),
  }
  const query = useQuery(offerQuery({ ...asked, from: monday.toISOString() }))
  const offer = query.data
  const first = offer?.types.find(({ isOfHost }) => isOfHost)?.id
  if (first !== undefined && offered === undefined && own.typeId === undefined) setOffered(first)
  const type = offer?.types.find(({ id }) => id === kind)
  const placeKind = own.placeKind ?? type?.placeKind ?? 'phone'
  const place = own.place ?? (placeKind === type?.placeKind ? type.place : '')
  const canInvite = offer !== undefined && offer.guest.email !== null && offer.hasMailServer
  const title = kind === FREE ? (own.title?.trim() ?? '') : ''
  const body: ByHand | null =
    startsAt === null
      ? null
      : {
          ...asked,
          startsAt,
          placeKind,
          place,
          message: message.trim(),
          shouldInvite: isWished && canInvite,
          ...(title === '' ? {} : { title }),
        }
  const [settled] = useDebouncedValue(body, 250)
  const preview = useQuery(previewQuery(settled === null || body === null ? null : settled)).data ?? null
  const refresh = () =>
    Promise.all([['meetings'], ['queue'], ['lead', personId]].map((queryKey) => client.invalidateQueries({ queryKey })))
  const cancel = async (meetingId: string) => {
    try {
      await take(
        api.PUT('/api/meetings/{meetingId}/cancellation', { params: { path: { meetingId } }, body: { note: '' } }),
      )
    } catch (error) {
      sayRefused(error)
    }
    await refresh()
  }
  const book = useMutation({
    mutationFn: (meant: ByHand) => take(api.POST('/api/meetings', { body: meant })),
    onSuccess: ({ id, isInvited }, meant) => {
      const words = { name, when: sayWhen(meant.startsAt, i18n.language) }
      sayUndo(t(isInvited ? 'meetings.book.didInvite' : 'meetings.book.did', words), () => void cancel(id))
      onClose()
    },
    onError: (error) => sayRefused(error),
    onSettled: refresh,
  })
  const why =
    offer?.mayBook.isAllowed === false
      ? (offer.mayBook.why ?? '')
      : body === null
        ? t('meetings.book.chooseTime')
        : preview?.clash?.what === 'meeting'
          ? t('meetings.book.taken')
          : null
  const submit = () => {
    if (why === null && body !== null && !book.isPending) book.mutate(body)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit()
  }
  return (
    <Drawer
      isOpen
      onClose={onClose}
      title={t('meetings.book.title', { name })}
      width={560}
      footer={
        <ReasonedButton variant="filled" why={why} loading={book.isPending} onClick={submit}>
          {t(isWished && canInvite ? 'meetings.book.doInvite' : 'meetings.book.do')}
        </ReasonedButton>
      }
    >
      {query.isError && offer === undefined ? (
        <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter books from any field inside
        <div className={look.form} onKeyDown={onKeyDown}>
          <Kind
            types={offer?.types ?? []}
            own={own}
            kind={kind}
            minutes={offer?.minutes}
            onChange={(change) => {
              set(change)
              if ('typeId' in change || 'minutes' in change) setStartsAt(null)
            }}
          />
          <HostSelect
            hostId={hostId}
            onChange={(next) => {
              setHostId(next)
              setStartsAt(null)
            }}
          />
          <FreeTimes
            slots={query.isPlaceholderData ? undefined : offer?.slots}
            monday={monday}
            onWeek={setMonday}
            value={startsAt}
            onChange={setStartsAt}
          />
          {startsAt === null ? null : <ClashNote clash={preview?.clash} name={offer?.host.name ?? ''} />}
          <div className={look.where}>
            <Select
              label={t('meetings.drawer.where')}
              data={PLACES.map((value) => ({ value, label: t(`meetings.place.${value}`) }))}
              value={placeKind}
              allowDeselect={false}
              onChange={(value) => set({ placeKind: PLACES.find((one) => one === value) ?? 'phone', place: '' })}
            />
            <TextInput
              aria-label={t(`meetings.editor.${placeKind}Note`)}
              placeholder={t(`meetings.editor.${placeKind}Note`)}
              value={place}
              maxLength={500}
              onChange={(event) => set({ placeKind, place: event.currentTarget.value })}
            />
          </div>
          <Checkbox
            label={
              offer?.guest.email == null
                ? t('meetings.book.noAddress')
                : offer.hasMailServer
                  ? t('meetings.book.invite', { email: offer.guest.email })
                  : t('meetings.book.noServer')
            }
            checked={isWished && canInvite}
            disabled={!canInvite}
            onChange={(event) => setIsWished(event.currentTarget.checked)}
          />
          {isWished && canInvite ? (
            <Textarea
              label={t('meetings.book.message')}
              value={message}
              maxLength={1_000}
              autosize
              minRows={2}
              onChange={(event) => setMessage(event.currentTarget.value)}
            />
          ) : null}
          {preview === null || startsAt === null ? null : <InvitationPreview preview={preview} startsAt={startsAt} />}
        </div>
      )}
    </Drawer>
  )
}

type KindProps = {
  types: readonly { id: string; name: string; minutes: number }[]
  own: Own
  kind: string
  minutes: number | undefined
  onChange: (change: Own) => void
}

/** The kind of meeting; one of no kind has a name and a length of its own. */
function Kind({ types, own, kind, minutes, onChange }: KindProps) {
  const { t } = useTranslation()
  return (
    <>
      {types.length === 0 ? null : (
        <Select
          label={t('meetings.book.kind')}
          data={[
            { value: FREE, label: t('meetings.book.free') },
            ...types.map((type) => ({
              value: type.id,
              label: `${type.name} · ${t('meetings.minutes', { n: type.minutes })}`,
            })),
          ]}
          value={kind}
          allowDeselect={false}
          data-autofocus
          onChange={(value) =>
            onChange({
              typeId: value ?? FREE,
              minutes: undefined,
              placeKind: undefined,
              place: undefined,
            })
          }
        />
      )}
      {kind !== FREE ? null : (
        <div className={look.pair}>
          <TextInput
            label={t('meetings.book.name')}
            placeholder={t('meetings.book.namePlaceholder')}
            value={own.title ?? ''}
            maxLength={200}
            onChange={(event) => onChange({ title: event.currentTarget.value })}
          />
          <Select
            label={t('meetings.editor.minutes')}
            data={LENGTHS}
            value={String(minutes ?? 30)}
            allowDeselect={false}
            onChange={(value) => onChange({ minutes: Number(value ?? 30) })}
          />
        </div>
      )}
    </>
  )
}

/** Managers give a colleague's time too. */
function HostSelect({ hostId, onChange }: { hostId: string; onChange: (hostId: string) => void }) {
  const { t } = useTranslation()
  const { user } = useSession()
  const isManager = useIsRole('admin', 'manager')
  const users = useQuery({ ...usersQuery, enabled: isManager }).data?.users ?? []
  const sellers = users.filter(({ id, isActive, team }) => isActive && id !== user.id && team?.side === 'sales')
  if (!isManager || sellers.length === 0) return null
  return (
    <Select
      label={t('meetings.drawer.host')}
      data={[{ value: user.id, label: user.name }, ...sellers.map(({ id, name }) => ({ value: id, label: name }))]}
      value={hostId}
      allowDeselect={false}
      searchable
      onChange={(value) => onChange(value ?? user.id)}
    />
  )
}
