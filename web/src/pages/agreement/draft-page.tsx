import { Button, SegmentedControl, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCheck } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../api/client.ts'
import { currentLanguage } from '../../i18n/i18n.ts'
import { paths } from '../../paths.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Page, PageHeader } from '../../ui/page.tsx'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { sayDone, sayRefused } from '../../ui/toast.ts'
import { BacktestPanel } from '../backtest/backtest-panel.tsx'
import { Changes } from './changes.tsx'
import look from './document.module.css'
import { ProblemList } from './problem-list.tsx'
import { type Agreement, agreementQuery, checkQuery } from './queries.ts'
import { Sentences } from './sentences.tsx'
import { useKeptText } from './use-kept-text.ts'
import { type EditorHandle, YamlEditor } from './yaml-editor.tsx'

const CHECK_AFTER_MS = 350
const BENCH_VIEWS = ['edit', 'sentences', 'changes'] as const
type BenchView = (typeof BENCH_VIEWS)[number]

/** Writing a change to the agreement, checked while it is written, saved as a draft that both teams then sign. */
export function DraftPage() {
  const params = useParams({ strict: false })
  const query = useQuery(agreementQuery(Number(params.version) || 0, currentLanguage()))
  return (
    <Page>
      <Loaded query={query}>{(agreement) => <Draft key={agreement.version} start={agreement} />}</Loaded>
    </Page>
  )
}

function Draft({ start }: { start: Agreement }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { text, setText, forget } = useKeptText(`ensemble-draft-${start.version}`, start.document)
  const [note, setNote] = useState('')
  const [view, setView] = useState<BenchView>('edit')
  const [settled] = useDebouncedValue(text, CHECK_AFTER_MS)
  const isChanged = text !== start.document
  const check = useQuery({ ...checkQuery(settled, currentLanguage()), enabled: isChanged })
  const problems = isChanged ? (check.data?.problems ?? []) : []
  const editor = useRef<EditorHandle>(null)
  const save = useMutation({
    mutationFn: () => take(api.POST('/api/agreements', { body: { document: text, note } })),
    onSuccess: ({ version }) => {
      forget()
      sayDone(t('agreement.edit.saved', { n: version }))
      void client.invalidateQueries({ queryKey: ['agreements'] })
      void navigate({ to: paths.agreementVersion, params: { version: String(version) }, search: { view: 'changes' } })
    },
    onError: (error) => sayRefused(error),
  })
  const isChecking = isChanged && (settled !== text || check.isFetching)
  const why = !isChanged ? t('agreement.edit.saveFirst') : problems.length > 0 ? t('agreement.edit.cannotSave') : null
  return (
    <>
      <PageHeader title={t('agreement.edit.title')} aside={t('agreement.edit.from', { n: start.version })} />
      <div className={look.bench}>
        <div className={look.benchMain}>
          <div className={look.tools}>
            <SegmentedControl
              data={BENCH_VIEWS.map((one) => ({
                value: one,
                label: one === 'edit' ? t('agreement.edit.edit') : t(`agreement.views.${one}`),
              }))}
              value={view}
              onChange={(value) => setView(BENCH_VIEWS.find((one) => one === value) ?? 'edit')}
            />
          </div>
          {view === 'edit' ? (
            <YamlEditor
              ref={editor}
              text={text}
              onChange={setText}
              problems={problems}
              label={t('agreement.edit.label')}
            />
          ) : view === 'sentences' ? (
            <Sentences clauses={check.data?.clauses ?? start.clauses} silent={check.data?.silent ?? start.silent} />
          ) : (
            <AgainstInForce text={text} />
          )}
        </div>
        <aside className={look.benchSide}>
          <div className={look.checkState} role="status">
            {!isChanged ? (
              <span className="quiet">{t('agreement.edit.unchanged')}</span>
            ) : isChecking ? (
              <span className="quiet">{t('agreement.edit.checking')}</span>
            ) : check.isError ? (
              <span className="quiet">{t('agreement.edit.checkFailed')}</span>
            ) : problems.length === 0 ? (
              <span className={look.valid}>
                <IconCheck size={15} stroke={2.2} aria-hidden /> {t('agreement.edit.valid')}
              </span>
            ) : (
              <span className={look.invalid}>{t('agreement.edit.problems', { count: problems.length })}</span>
            )}
          </div>
          <ProblemList
            problems={problems}
            onGo={(problem) => {
              setView('edit')
              requestAnimationFrame(() => editor.current?.goTo(problem.line, problem.column))
            }}
          />
          <Textarea
            label={t('agreement.edit.note')}
            placeholder={t('agreement.edit.notePlaceholder')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            maxLength={2000}
            autosize
            minRows={3}
          />
          <div className={look.benchActions}>
            <ReasonedButton variant="filled" why={why} loading={save.isPending} onClick={() => save.mutate()}>
              {t('agreement.edit.save')}
            </ReasonedButton>
            {isChanged && (
              <Button variant="subtle" onClick={forget}>
                {t('agreement.edit.startOver')}
              </Button>
            )}
          </div>
          {isChanged && <p className="quiet small">{t('agreement.edit.kept')}</p>}
          <BacktestPanel text={text} hasProblems={problems.length > 0} onText={setText} />
        </aside>
      </div>
    </>
  )
}

function AgainstInForce({ text }: { text: string }) {
  const current = useQuery(agreementQuery('current', currentLanguage()))
  return (
    <Loaded query={current}>
      {(inForce) => <Changes before={inForce.document} after={text} beforeVersion={inForce.version} />}
    </Loaded>
  )
}
