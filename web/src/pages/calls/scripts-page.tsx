import { Button, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, done, take } from '../../api/client.ts'
import { useIsRole } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, PageHeader } from '../../ui/page.tsx'
import { sayDone } from '../../ui/toast.ts'
import look from './calls.module.css'
import { type Script, scriptsQuery } from './queries.ts'

/** What is said on the phone. */
export function ScriptsPage() {
  const { t } = useTranslation()
  const query = useQuery(scriptsQuery)
  const mayWrite = useIsRole('admin', 'manager', 'marketer', 'seller')
  const [chosen, setChosen] = useState<Script | 'new' | null>(null)
  const add = mayWrite ? (
    <Button variant="filled" onClick={() => setChosen('new')}>
      {t('calls.texts.add')}
    </Button>
  ) : undefined
  return (
    <Page width="text">
      <PageHeader
        title={t('calls.texts.title')}
        aside={t('calls.texts.aside')}
        actions={
          <>
            <Link to={paths.calls} className={look.link}>
              {t('calls.back')}
            </Link>
            {add}
          </>
        }
      />
      <Loaded query={query}>
        {({ scripts }) =>
          scripts.length === 0 ? (
            <Empty title={t('calls.texts.emptyTitle')} action={add}>
              {t('calls.texts.empty')}
            </Empty>
          ) : (
            <ul className={look.scripts}>
              {scripts.map((script) => (
                <li key={script.id}>
                  <button type="button" onClick={() => setChosen(script)}>
                    {script.name}
                  </button>
                  <span className="quiet small">
                    {t('calls.texts.questionsCount', { count: script.questions.length })} ·{' '}
                    {t('calls.texts.objectionsCount', { count: script.objections.length })}
                    {script.isArchived ? ` · ${t('calls.texts.archived')}` : ''}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <Drawer
        isOpen={chosen !== null}
        onClose={() => setChosen(null)}
        title={t(chosen === 'new' ? 'calls.texts.add' : 'calls.texts.change')}
        width={560}
      >
        {chosen === null ? null : (
          <ScriptForm
            key={chosen === 'new' ? 'new' : chosen.id}
            script={chosen === 'new' ? null : chosen}
            mayWrite={mayWrite}
            onClose={() => setChosen(null)}
          />
        )}
      </Drawer>
    </Page>
  )
}

const ARROW = /\s*(?:=>|→)\s*/

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function ScriptForm({ script, mayWrite, onClose }: { script: Script | null; mayWrite: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [name, setName] = useState(script?.name ?? '')
  const [opening, setOpening] = useState(script?.opening ?? '')
  const [questions, setQuestions] = useState(script?.questions.join('\n') ?? '')
  const [driver, setDriver] = useState(script?.driver ?? '')
  const [proof, setProof] = useState(script?.proof ?? '')
  const [objections, setObjections] = useState(
    script?.objections.map(({ says, answer }) => `${says} => ${answer}`).join('\n') ?? '',
  )
  const save = useMutation({
    mutationFn: async (isArchived: boolean) => {
      const body = {
        name: name.trim(),
        messageId: script?.messageId ?? null,
        opening: opening.trim(),
        questions: linesOf(questions),
        driver: driver.trim(),
        proof: proof.trim(),
        objections: linesOf(objections).map((line) => {
          const [says = '', ...answer] = line.split(ARROW)
          return { says, answer: answer.join(' ') }
        }),
      }
      if (script === null) await take(api.POST('/api/calls/scripts', { body }))
      else
        await done(
          api.PUT('/api/calls/scripts/{scriptId}', {
            params: { path: { scriptId: script.id } },
            body: { ...body, isArchived },
          }),
        )
    },
    retry: false,
    onSuccess: () => {
      sayDone(t('calls.texts.saved'))
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['calls', 'scripts'] }),
  })
  const area = (
    label: string,
    value: string,
    change: (value: string) => void,
    minRows: number,
    description?: string,
  ) => (
    <Textarea
      label={label}
      {...(description === undefined ? {} : { description })}
      value={value}
      autosize
      minRows={minRows}
      maxLength={8_000}
      readOnly={!mayWrite}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
  return (
    <form
      className={look.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') save.mutate(script?.isArchived ?? false)
      }}
    >
      <TextInput
        label={t('calls.texts.name')}
        value={name}
        required
        maxLength={200}
        data-autofocus
        readOnly={!mayWrite}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {area(t('calls.texts.opening'), opening, setOpening, 3, t('calls.texts.openingText'))}
      {area(t('calls.texts.questions'), questions, setQuestions, 3)}
      {area(t('calls.texts.driver'), driver, setDriver, 2)}
      {area(t('calls.texts.proof'), proof, setProof, 2)}
      {area(t('calls.texts.objections'), objections, setObjections, 3)}
      {save.isError ? <ErrorNote error={save.error} isInline /> : null}
      {mayWrite ? (
        <>
          <Button type="submit" variant="filled" loading={save.isPending}>
            {t('common.save')}
          </Button>
          {script === null ? null : (
            <Button variant="subtle" onClick={() => save.mutate(!script.isArchived)}>
              {t(script.isArchived ? 'calls.texts.restore' : 'calls.texts.archive')}
            </Button>
          )}
        </>
      ) : null}
    </form>
  )
}
