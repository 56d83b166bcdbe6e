import { Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../../api/types.ts'
import contract from '../agreement.module.css'
import { type CardActs, ClauseCard } from './clause-card.tsx'
import look from './clause-list.module.css'
import { keyOf } from './editor-store.ts'
import type { Edit, Part, Thread, Vocabulary } from './queries.ts'
import { type Added, addableAt, HEADINGS, headingOf } from './sections-of.ts'

type Props = {
  parts: readonly Part[]
  problems: readonly Schemas['AgreementProblem'][]
  document: string
  vocabulary: Vocabulary
  threads: readonly Thread[]
  sentences: (part: Part) => Part['sentences']
  openKey: string | null
  chosenKey: string | null
  apply: (edits: Edit[]) => void
  onAdd: (added: Added) => void
  acts: CardActs
}

/** A problem belongs to the part whose path it names; of nested parts, the inner one. */
function problemsOf(part: Part, parts: readonly Part[], problems: Props['problems']) {
  const name = part.path.join('.')
  const isIn = (problem: string, path: string): boolean => problem === path || problem.startsWith(`${path}.`)
  return problems.filter(
    ({ path }) =>
      isIn(path, name) &&
      !parts.some((other) => other.path.length > part.path.length && isIn(path, other.path.join('.'))),
  )
}

const NONE: Props['problems'] = []

/** The whole agreement part by part, under its headings, each with what may be added to it. */
export function ClauseList(props: Props) {
  const { t } = useTranslation()
  const { parts, problems, threads, sentences, openKey, chosenKey, onAdd, acts, ...rest } = props
  const byHeading = Map.groupBy(parts, (part) => headingOf(part.path))
  const comments = Map.groupBy(
    threads.filter((thread) => !thread.isResolved),
    (thread) => thread.clause,
  )
  const wrong = new Map(problems.length === 0 ? [] : parts.map((part) => [part, problemsOf(part, parts, problems)]))
  return (
    <div className={contract.contract}>
      {HEADINGS.map((heading) => {
        const shown = byHeading.get(heading) ?? []
        const addable = addableAt(heading, parts)
        if (shown.length === 0 && (addable.length === 0 || heading === 'sources' || heading === 'places')) return null
        return (
          <section key={heading} className={look.section} aria-labelledby={`edit-${heading}`}>
            <div className={contract.sectionHead}>
              <h2 id={`edit-${heading}`}>{t(`agreement.editor.headings.${heading}`)}</h2>
              <p className="quiet small">{t(`agreement.editor.headingNotes.${heading}`)}</p>
            </div>
            <div>
              <ol className={look.cards}>
                {shown.map((part) => {
                  const key = keyOf(part.path)
                  return (
                    <ClauseCard
                      key={key}
                      {...rest}
                      part={part}
                      parts={parts}
                      problems={wrong.get(part) ?? NONE}
                      sentences={sentences(part)}
                      isOpen={key === openKey}
                      isChosen={key === chosenKey}
                      openComments={comments.get(part.clause)?.length ?? 0}
                      acts={acts}
                    />
                  )
                })}
              </ol>
              {addable.length > 0 && <AddPart addable={addable} onAdd={onAdd} />}
            </div>
          </section>
        )
      })}
    </div>
  )
}

function AddPart({ addable, onAdd }: { addable: readonly Added[]; onAdd: (added: Added) => void }) {
  const { t } = useTranslation()
  const [only] = addable
  if (only !== undefined && addable.length === 1) {
    return (
      <button type="button" className={look.add} onClick={() => onAdd(only)}>
        <IconPlus size={15} stroke={2} aria-hidden />
        {t(`agreement.editor.add.${only}`)}
      </button>
    )
  }
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={look.add}>
          <IconPlus size={15} stroke={2} aria-hidden />
          {t('agreement.editor.add.one')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {addable.map((one) => (
          <Menu.Item key={one} onClick={() => onAdd(one)}>
            {t(`agreement.editor.add.${one}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
