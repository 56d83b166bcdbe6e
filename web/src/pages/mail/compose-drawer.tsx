import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { paths } from '../../paths.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { sayDone, sayRefused, sayUndo } from '../../ui/toast.ts'
import { FilePicker, type PickedFile } from './file-picker.tsx'
import look from './mail.module.css'
import { type MailMessage, mailboxesQuery, templatesQuery } from './queries.ts'

type Props = {
  onClose: () => void
  person?: { id: string; name: string; email: string | null } | undefined
  reply?: MailMessage | undefined
  /** The mailbox the thread came to. */
  answerFrom?: string | null | undefined
}

function addressesOf(text: string): string[] {
  return text
    .split(/[,;\s]+/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
}

function useSend(onClose: () => void) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const settled = () => {
    for (const noun of ['mailing', 'lead']) void client.invalidateQueries({ queryKey: [noun] })
  }
  return useMutation({
    mutationFn: (body: Parameters<typeof send>[0]) => send(body),
    retry: false,
    onSuccess: ({ id }, { sendAt }) => {
      onClose()
      sayUndo(t(sendAt === undefined ? 'mail.sent' : 'mail.planned'), () => {
        take(api.POST('/api/outgoing-mails/{outgoingId}/cancel', { params: { path: { outgoingId: id } } }))
          .then(
            () => sayDone(t('mail.takenBack')),
            (error: unknown) => sayRefused(error),
          )
          .finally(settled)
      })
    },
    onSettled: settled,
  })
}

type Sent = {
  mailboxId: string
  personId?: string
  recipients: { role: 'to' | 'cc' | 'bcc'; address: string; name: string }[]
  subject: string
  body: string
  replyTo?: string
  templateId?: string
  purpose: 'sales' | 'marketing'
  tracksOpens: boolean
  tracksClicks: boolean
  files: string[]
  sendAt?: string
}
const send = (body: Sent) => take(api.POST('/api/outgoing-mails', { body }))

/** Writes a mail: from a template or freely, with what is known of the person filled in and what is not known named. */
export function ComposeDrawer({ onClose, person, reply, answerFrom = null }: Props) {
  const { t, i18n } = useTranslation()
  const boxes = useQuery(mailboxesQuery)
  const templates = useQuery(templatesQuery)
  const party =
    reply?.parties.find((each) => each.role === 'reply-to') ?? reply?.parties.find((each) => each.role === 'from')
  const personId = person?.id ?? party?.person?.id
  const own = boxes.data?.mailboxes.filter((box) => box.isOwn && box.smtp !== null) ?? []
  const [chosenBox, setChosenBox] = useState<string | null>(answerFrom)
  const [to, setTo] = useState(person?.email ?? party?.address ?? '')
  const [subject, setSubject] = useState(reply === undefined ? '' : sayReply(reply.subject))
  const [body, setBody] = useState('')
  const [templateId, setTemplateId] = useState('')
  const [opens, setOpens] = useState(false)
  const [clicks, setClicks] = useState(false)
  const [isLater, setIsLater] = useState(false)
  const [laterAt, setLaterAt] = useState('')
  const [files, setFiles] = useState<PickedFile[]>([])
  const place = useRef<HTMLTextAreaElement>(null)
  const [settledText] = useDebouncedValue(`${subject}\u0000${body}`, 300)
  const hasPlaces = body.includes('{{') || subject.includes('{{')
  const preview = useQuery({
    queryKey: ['mailing', 'preview', personId ?? '', settledText],
    queryFn: () =>
      take(
        api.POST('/api/mail-previews', { body: { subject, body, ...(personId === undefined ? {} : { personId }) } }),
      ),
    enabled: hasPlaces || personId !== undefined,
  })
  const sending = useSend(onClose)
  const box = own.find((each) => each.id === chosenBox) ?? own[0]
  const template = templates.data?.templates.find((each) => each.id === templateId)
  const chooseTemplate = (id: string) => {
    setTemplateId(id)
    const next = templates.data?.templates.find((each) => each.id === id)
    if (next === undefined) return
    setBody(next.body)
    if (reply === undefined) setSubject(next.subject)
  }
  const insert = (name: string) => {
    if (name === '') return
    const at = place.current?.selectionStart ?? body.length
    setBody(`${body.slice(0, at)}{{${name}}}${body.slice(place.current?.selectionEnd ?? at)}`)
    place.current?.focus()
  }
  const canSend = box !== undefined && body.trim() !== '' && addressesOf(to).length > 0 && (!isLater || laterAt !== '')
  const go = () => {
    if (!canSend || box === undefined || sending.isPending) return
    const name = person?.name ?? party?.person?.name ?? ''
    sending.mutate({
      mailboxId: box.id,
      recipients: addressesOf(to).map((address, index) => ({ role: 'to', address, name: index === 0 ? name : '' })),
      subject,
      body,
      purpose: template?.purpose ?? 'sales',
      tracksOpens: opens,
      tracksClicks: clicks,
      files: files.map((file) => file.id),
      ...(personId === undefined ? {} : { personId }),
      ...(reply === undefined ? {} : { replyTo: reply.id }),
      ...(templateId === '' ? {} : { templateId }),
      ...(isLater ? { sendAt: new Date(laterAt).toISOString() } : {}),
    })
  }
  useKeys(t('mail.write'), [{ keys: 'mod+enter', says: t('mail.send'), run: go, alsoInFields: true }])
  const name = person?.name ?? party?.person?.name ?? party?.name
  if (boxes.data !== undefined && own.length === 0)
    return (
      <Drawer isOpen onClose={onClose} title={t('mail.write')} width={560}>
        <p className={look.note}>
          {t('mail.noMailbox')} <Link to={paths.settingsMailboxes}>{t('mail.connect')}</Link>
        </p>
      </Drawer>
    )
  const byLanguage = [...(templates.data?.templates ?? [])].sort(
    (a, b) => Number(b.language === i18n.language) - Number(a.language === i18n.language),
  )
  return (
    <Drawer
      isOpen
      onClose={onClose}
      title={name === undefined || name === '' ? t('mail.write') : t('mail.writeTo', { name })}
      width={640}
      footer={
        <Button variant="filled" disabled={!canSend} loading={sending.isPending} onClick={go}>
          {t('mail.send')}&nbsp;
          <KeyHint keys="mod+enter" />
        </Button>
      }
    >
      <div className={look.form}>
        {own.length > 1 && (
          <NativeSelect
            label={t('mail.from')}
            value={box?.id ?? ''}
            data={own.map((each) => ({ value: each.id, label: each.address }))}
            onChange={(event) => setChosenBox(event.currentTarget.value)}
          />
        )}
        <TextInput
          label={t('mail.recipients')}
          description={to.includes(',') ? undefined : t('mail.recipientsHint')}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <TextInput
          label={t('mail.subject')}
          value={subject}
          onChange={(event) => setSubject(event.currentTarget.value)}
        />
        <div className={look.two}>
          <NativeSelect
            label={t('mail.template')}
            value={templateId}
            data={[
              { value: '', label: t('mail.noTemplate') },
              ...byLanguage.map((each) => ({ value: each.id, label: `${each.name} (${each.language})` })),
            ]}
            onChange={(event) => chooseTemplate(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('mail.insert')}
            value=""
            data={['', ...(templates.data?.variables ?? [])].map((each) => ({
              value: each,
              label: each === '' ? '–' : `{{${each}}}`,
            }))}
            onChange={(event) => insert(event.currentTarget.value)}
          />
        </div>
        <Textarea
          ref={place}
          label={t('mail.body')}
          autosize
          minRows={8}
          maxRows={20}
          value={body}
          data-autofocus
          onChange={(event) => setBody(event.currentTarget.value)}
        />
        {preview.data !== undefined && <Checked preview={preview.data} hasPlaces={hasPlaces} />}
        <FilePicker files={files} onChange={setFiles} />
        <fieldset className={look.actions} style={{ border: 0, padding: 0, margin: 0 }}>
          <legend className="small">{t('mail.follow')}</legend>
          <Checkbox
            label={t('mail.opens')}
            checked={opens}
            onChange={(event) => setOpens(event.currentTarget.checked)}
          />
          <Checkbox
            label={t('mail.clicks')}
            checked={clicks}
            onChange={(event) => setClicks(event.currentTarget.checked)}
          />
          <span className="quiet small">{t('mail.followHint')}</span>
        </fieldset>
        <Checkbox
          label={t('mail.later')}
          checked={isLater}
          onChange={(event) => setIsLater(event.currentTarget.checked)}
        />
        {isLater && (
          <TextInput
            type="datetime-local"
            label={t('mail.laterAt')}
            value={laterAt}
            onChange={(event) => setLaterAt(event.currentTarget.value)}
          />
        )}
        {sending.isError && <ErrorNote error={sending.error} isInline />}
      </div>
    </Drawer>
  )
}

function sayReply(subject: string): string {
  return /^\s*(?:re|aw|sv|tr|rép)\s*:/i.test(subject) ? subject : `Re: ${subject}`
}

type Preview = {
  subject: string
  body: string
  missing: string[]
  unknown: string[]
  warnings: { purpose: string; name: string; since: string }[]
}

/** What stops the mail or should be known before it goes. */
function Checked({ preview, hasPlaces }: { preview: Preview; hasPlaces: boolean }) {
  const { t } = useTranslation()
  const named = (names: string[]) => names.map((each) => `{{${each}}}`).join(', ')
  return (
    <>
      {preview.warnings.map((warning) => (
        <p key={warning.purpose} className={look.wrong} role="status">
          {t('mail.warned', { name: warning.name })}
        </p>
      ))}
      {preview.missing.length > 0 && (
        <p className={look.note} role="status">
          {t('mail.missing', { names: named(preview.missing) })}
        </p>
      )}
      {preview.unknown.length > 0 && (
        <p className={look.wrong} role="status">
          {t('mail.unknownVariable', { names: named(preview.unknown) })}
        </p>
      )}
      {hasPlaces && (
        <section aria-label={t('mail.preview')}>
          <p className="quiet small">{t('mail.preview')}</p>
          <div className={look.preview}>
            {preview.subject !== '' && <strong>{preview.subject}</strong>}
            {preview.subject !== '' && '\n\n'}
            {preview.body}
          </div>
        </section>
      )}
    </>
  )
}
