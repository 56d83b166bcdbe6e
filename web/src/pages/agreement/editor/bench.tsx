import { SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../../api/client.ts'
import type { Answered } from '../../../api/types.ts'
import { paths } from '../../../paths.ts'
import { Moment } from '../../../ui/moment.tsx'
import { PageHeader } from '../../../ui/page.tsx'
import { sayDone, sayRefused, sayUndo } from '../../../ui/toast.ts'
import { ComparedWithInForce } from '../compared-with-in-force.tsx'
import type { Agreement } from '../queries.ts'
import { withoutSchemaHint } from '../save-document.ts'
import { BenchBar } from './bench-bar.tsx'
import type { CardActs } from './clause-card.tsx'
import { ClauseList } from './clause-list.tsx'
import look from './draft-page.module.css'
import { keyOf } from './editor-store.ts'
import { EffectPanel } from './effect-panel.tsx'
import { type Part, type Path, threadsQuery, type Vocabulary } from './queries.ts'
import { ReviewPanel } from './review-panel.tsx'
import { PANES, type Pane, parseDraftSearch } from './search.ts'
import { type Added, additionOf, copyOf, HEADINGS, headingOf, siblingsOf } from './sections-of.ts'
import { StartNote } from './start-note.tsx'
import { useBenchKeys } from './use-bench-keys.ts'
import { useEditor } from './use-editor.ts'
import { useKeptWork } from './use-kept-work.ts'
import { YamlPane } from './yaml-pane.tsx'

type Props = { agreement: Agreement; vocabulary: Vocabulary; kept: Answered<'getWork'> }

/** The bench at which both teams sit: the clauses, and beside them what they would do, their YAML, or what is said of them. */
export function Bench({ agreement, vocabulary, kept: keptBefore }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const client = useQueryClient()
  const search = parseDraftSearch(useSearch({ strict: false }))
  const isPhone = useMediaQuery('(max-width: 64em)') ?? false
  const isDraft = agreement.status === 'draft'
  // What the draft began from: a change by somebody else meanwhile is noticed on saving.
  const [start] = useState({ document: agreement.document, hash: agreement.hash })
  const [openKey, setOpenKey] = useState<string | null>(null)
  const [chosenKey, setChosenKey] = useState<string | null>(null)
  const [about, setAbout] = useState<string | null>(null)
  const [note, setNote] = useState(isDraft ? agreement.note : '')
  const fileInput = useRef<HTMLInputElement>(null)

  const onAdded = useCallback((path: Path) => {
    setOpenKey(keyOf(path))
    setChosenKey(keyOf(path))
  }, [])
  const { store, state, sentences } = useEditor(keptBefore.work?.document ?? start.document, onAdded)
  const { text, answer } = state
  const hasChanges = text !== start.document
  const { kept, forget } = useKeptWork(agreement.version, text, start.document, start.hash)
  const threads = useQuery({ ...threadsQuery(agreement.version), enabled: isDraft }).data?.threads ?? []

  const setPane = (pane: Pane) =>
    void navigate({ to: '.', search: { ...search, pane }, replace: true, resetScroll: false })
  const pane = search.pane ?? (isPhone ? 'clauses' : 'effect')
  const all = answer?.parts ?? null
  // In the order in which they are shown, for the keys.
  const parts = useMemo(
    () => (all ?? []).toSorted((a, b) => HEADINGS.indexOf(headingOf(a.path)) - HEADINGS.indexOf(headingOf(b.path))),
    [all],
  )
  const chosen = parts.find((part) => keyOf(part.path) === chosenKey) ?? null

  const goToClause = (clause: string) => {
    const part = parts.find((one) => one.clause === clause)
    if (part === undefined) return
    setChosenKey(keyOf(part.path))
    if (isPhone) setPane('clauses')
  }
  // The address may name a clause: a notice of a comment leads here.
  const wanted = useRef(search.at)
  useEffect(() => {
    const clause = wanted.current
    if (clause === undefined || parts.length === 0) return
    wanted.current = undefined
    const part = parts.find((one) => one.clause === clause)
    if (part !== undefined) setChosenKey(keyOf(part.path))
  }, [parts])

  const move = (part: Part, by: -1 | 1) => {
    const siblings = siblingsOf(part.parent, parts)
    const to = siblings.indexOf(part) + by
    if (to < 0 || to >= siblings.length) return
    store.apply([{ op: 'move', path: part.path, to }])
    const last = part.path.at(-1)
    // An item of a list is known by its place.
    if (typeof last === 'number') {
      setChosenKey(keyOf([...part.parent, to]))
      setOpenKey(null)
    }
  }
  const acts: CardActs = {
    open(part) {
      setOpenKey(part === null ? null : keyOf(part.path))
      if (part !== null) setChosenKey(keyOf(part.path))
    },
    choose: (part) => setChosenKey(keyOf(part.path)),
    move,
    drop(dragged, on) {
      const part = parts.find((one) => keyOf(one.path) === dragged)
      if (part === undefined || part === on || keyOf(part.parent) !== keyOf(on.parent)) return
      store.apply([{ op: 'move', path: part.path, to: siblingsOf(on.parent, parts).indexOf(on) }])
    },
    duplicate: (part) => store.apply([copyOf(part, parts)]),
    remove(part) {
      const before = text
      store.apply([{ op: 'remove', path: part.path }])
      setOpenKey(null)
      sayUndo(t('agreement.editor.removed', { clause: part.clause }), () => store.setText(before))
    },
    comment(part) {
      setChosenKey(keyOf(part.path))
      setAbout(part.clause)
      setPane('review')
    },
  }

  const save = useMutation({
    mutationFn: () =>
      isDraft
        ? take(
            api.PUT('/api/agreements/{version}/document', {
              params: { path: { version: agreement.version } },
              body: { document: text, note, basedOn: start.hash },
            }),
          )
        : take(api.POST('/api/agreements', { body: { document: text, note } })),
    onSuccess: ({ version }) => {
      forget()
      sayDone(t(isDraft ? 'agreement.editor.savedDraft' : 'agreement.edit.saved', { n: version }))
      void client.invalidateQueries({ queryKey: ['agreements'] })
      void navigate({ to: paths.agreementVersion, params: { version: String(version) }, search: { view: 'changes' } })
    },
    onError: (error) => sayRefused(error),
  })
  const importFile = async (file: File | undefined) => {
    if (file === undefined) return
    const before = text
    const read = withoutSchemaHint(await file.text())
    if (read.length > 1_000_000) return sayRefused(new Error(t('agreement.editor.tooLarge')))
    store.setText(read)
    sayUndo(t('agreement.editor.imported', { name: file.name }), () => store.setText(before))
  }
  const startOver = () => {
    const before = text
    store.setText(start.document)
    sayUndo(t('agreement.editor.startedOver'), () => store.setText(before))
  }
  const toProblem = () => {
    const [first] = answer?.problems ?? []
    const part = parts.findLast((one) => first !== undefined && `${first.path}.`.startsWith(`${one.path.join('.')}.`))
    if (part === undefined) setPane('yaml')
    else {
      acts.open(part)
      if (isPhone) setPane('clauses')
    }
  }
  useBenchKeys({
    parts,
    chosen,
    isOpen: openKey !== null,
    acts,
    store,
    onChoose: (part) => setChosenKey(keyOf(part.path)),
  })

  const panes = PANES.filter((one) => isPhone || one !== 'clauses').map((one) => ({
    value: one,
    label:
      one === 'review' && agreement.openThreads > 0
        ? `${t('agreement.editor.panes.review')} ${agreement.openThreads}`
        : t(`agreement.editor.panes.${one}`),
  }))
  const clauses =
    all === null ? (
      answer === null ? null : (
        <p className={look.unreadable}>{t('agreement.editor.unreadable')}</p>
      )
    ) : (
      <ClauseList
        parts={all}
        problems={answer?.problems ?? []}
        document={text}
        vocabulary={vocabulary}
        threads={threads}
        sentences={sentences}
        openKey={openKey}
        chosenKey={chosenKey}
        apply={store.apply}
        onAdd={(added) => store.apply([additionOf(added, all, nameOfNew(added, t), chosen)])}
        acts={acts}
      />
    )
  return (
    <>
      <PageHeader
        title={t(isDraft ? 'agreement.editor.titleDraft' : 'agreement.edit.title', { n: agreement.version })}
        aside={isDraft ? agreement.title : t('agreement.edit.from', { n: agreement.version })}
      />
      {keptBefore.others.length > 0 && (
        <p className={look.others}>
          {t('agreement.editor.others', { names: keptBefore.others.map(({ user }) => user.name).join(', ') })}{' '}
          <Moment at={keptBefore.others[0]?.savedAt ?? ''} />
        </p>
      )}
      {keptBefore.work !== null && keptBefore.work.basedOn !== start.hash && (
        <p className={look.others}>{t('agreement.editor.movedOn')}</p>
      )}
      <BenchBar
        state={state}
        kept={kept === 'nothing' && keptBefore.work !== null && hasChanges ? 'kept' : kept}
        hasChanges={hasChanges}
        isDraft={isDraft}
        isSaving={save.isPending}
        note={note}
        onNote={setNote}
        onUndo={store.undo}
        onRedo={store.redo}
        onSave={() => save.mutate()}
        onStartOver={startOver}
        onProblem={toProblem}
      />
      <div className={look.bench} data-pane={pane}>
        {(!isPhone || pane === 'clauses') && (
          <div className={look.main}>
            {isPhone && <PaneTabs panes={panes} pane={pane} onPane={setPane} />}
            {!hasChanges && !isDraft && (
              <StartNote
                version={agreement.version}
                isInForce={agreement.status === 'in force'}
                text={text}
                onText={(next) => store.setText(next)}
                onImport={() => fileInput.current?.click()}
              />
            )}
            <datalist id="agreement-whom">
              <option value="manager" />
              <option value="owner" />
              <option value="head of sales" />
            </datalist>
            {clauses}
          </div>
        )}
        {(!isPhone || pane !== 'clauses') && (
          <aside className={look.side}>
            <PaneTabs panes={panes} pane={pane} onPane={setPane} />
            {pane === 'yaml' ? (
              <YamlPane
                version={agreement.version}
                text={text}
                problems={answer?.problems ?? []}
                line={chosen?.line ?? null}
                onText={(next) => store.setText(next, true)}
                onImport={() => fileInput.current?.click()}
              />
            ) : pane === 'review' ? (
              <ReviewPanel
                agreement={agreement}
                threads={threads}
                about={about}
                onClause={goToClause}
                onWritten={() => setAbout(null)}
                hasChanges={hasChanges}
              />
            ) : pane === 'changes' ? (
              <ComparedWithInForce text={text} parts={all} />
            ) : (
              <EffectPanel text={text} isSound={answer?.isValid === true && !state.isBehind} />
            )}
          </aside>
        )}
      </div>
      <input
        ref={fileInput}
        type="file"
        accept=".yaml,.yml,application/yaml,text/yaml"
        hidden
        aria-label={t('agreement.editor.import')}
        onChange={(event) => {
          void importFile(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}

/** What a part that has a name is called first. */
function nameOfNew(added: Added, t: TFunction): string {
  const named = NAMED.find((one) => one === added)
  return named === undefined ? '' : t(`agreement.editor.newNames.${named}`)
}

const NAMED = ['source', 'namedAccounts', 'territory', 'pool', 'reject', 'disqualify'] as const

function PaneTabs({
  panes,
  pane,
  onPane,
}: {
  panes: { value: Pane; label: string }[]
  pane: Pane
  onPane: (pane: Pane) => void
}) {
  const { t } = useTranslation()
  return (
    <SegmentedControl
      className={look.panes}
      fullWidth
      aria-label={t('agreement.editor.panes.label')}
      data={panes}
      value={pane}
      onChange={(value) => onPane(PANES.find((one) => one === value) ?? 'effect')}
    />
  )
}
