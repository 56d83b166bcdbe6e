import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done, take } from '../../api/client.ts'
import { useIsRole } from '../../api/session.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import look from './mail.module.css'
import { type MailTemplate, templatesQuery } from './queries.ts'

const EMPTY = { id: '', name: '', language: 'en', purpose: 'sales', subject: '', body: '', variables: [] } as const

/** Templates of the house, and what they name. */
export function TemplateList() {
  const { t, i18n } = useTranslation()
  const query = useQuery(templatesQuery)
  const [edited, setEdited] = useState<MailTemplate | null>(null)
  const mayWrite = !useIsRole('viewer')
  const add = mayWrite ? (
    <Button onClick={() => setEdited({ ...EMPTY, variables: [], language: i18n.language === 'fr' ? 'fr' : 'en' })}>
      {t('mail.newTemplate')}
    </Button>
  ) : undefined
  const example = '{{person.firstName|there}}'
  return (
    <Loaded query={query}>
      {({ templates, variables }) => (
        <>
          <p className={look.intro}>
            {t('mail.templatesIntro', { list: variables.map((each) => `{{${each}}}`).join(' '), example })}
          </p>
          {templates.length === 0 ? (
            <Empty title={t('mail.noTemplates')} action={add} />
          ) : (
            <>
              <div className={look.bar}>{add}</div>
              <ul className={look.list}>
                {templates.map((template) => (
                  <li key={template.id}>
                    <button type="button" className={look.row} disabled={!mayWrite} onClick={() => setEdited(template)}>
                      <span className={look.who}>{template.name}</span>
                      <span className={look.what}>
                        <span className={look.subject}>{template.subject}</span>{' '}
                        <span className={look.excerpt}>{template.body.slice(0, 160)}</span>
                      </span>
                      <span className="quiet small">
                        {t(`mail.languages.${template.language}`)}
                        {template.purpose === 'marketing' ? ' · marketing' : ''}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
          {edited !== null && <TemplateForm key={edited.id} template={edited} onClose={() => setEdited(null)} />}
        </>
      )}
    </Loaded>
  )
}

function TemplateForm({ template, onClose }: { template: MailTemplate; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [written, setWritten] = useState(template)
  const settled = () => client.invalidateQueries({ queryKey: templatesQuery.queryKey })
  const { id, name, language, purpose, subject, body } = written
  const save = useMutation({
    mutationFn: () => {
      const text = { name, language, purpose, subject, body }
      return id === ''
        ? take(api.POST('/api/mail-templates', { body: text }))
        : take(api.PUT('/api/mail-templates/{templateId}', { params: { path: { templateId: id } }, body: text }))
    },
    retry: false,
    onSuccess: () => {
      sayDone(t('mail.saved'))
      onClose()
    },
    onSettled: settled,
  })
  const remove = useMutation({
    mutationFn: () => done(api.DELETE('/api/mail-templates/{templateId}', { params: { path: { templateId: id } } })),
    onSuccess: () => {
      sayDone(t('mail.removed'))
      onClose()
    },
    onError: (error) => sayRefused(error),
    onSettled: settled,
  })
  return (
    <Drawer
      isOpen
      onClose={onClose}
      title={id === '' ? t('mail.newTemplate') : template.name}
      width={600}
      footer={
        <div className={look.actions}>
          <Button
            variant="filled"
            disabled={name.trim() === '' || body.trim() === ''}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            {t('mail.save')}
          </Button>
          {id !== '' && (
            <Button variant="subtle" onClick={() => remove.mutate()}>
              {t('mail.remove')}
            </Button>
          )}
        </div>
      }
    >
      <div className={look.form}>
        <TextInput
          label={t('mail.templateName')}
          value={name}
          data-autofocus
          onChange={(event) => setWritten({ ...written, name: event.currentTarget.value })}
        />
        <div className={look.two}>
          <NativeSelect
            label={t('mail.language')}
            value={language}
            data={[
              { value: 'en', label: t('mail.languages.en') },
              { value: 'fr', label: t('mail.languages.fr') },
            ]}
            onChange={(event) => setWritten({ ...written, language: event.currentTarget.value === 'fr' ? 'fr' : 'en' })}
          />
          <NativeSelect
            label={t('mail.purpose')}
            value={purpose}
            data={[
              { value: 'sales', label: t('mail.purposes.sales') },
              { value: 'marketing', label: t('mail.purposes.marketing') },
            ]}
            onChange={(event) =>
              setWritten({ ...written, purpose: event.currentTarget.value === 'marketing' ? 'marketing' : 'sales' })
            }
          />
        </div>
        <TextInput
          label={t('mail.subject')}
          value={subject}
          onChange={(event) => setWritten({ ...written, subject: event.currentTarget.value })}
        />
        <Textarea
          label={t('mail.body')}
          autosize
          minRows={10}
          maxRows={24}
          value={body}
          onChange={(event) => setWritten({ ...written, body: event.currentTarget.value })}
        />
        {save.isError && <ErrorNote error={save.error} isInline />}
      </div>
    </Drawer>
  )
}
