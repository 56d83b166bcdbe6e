import { Menu } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconCode,
  IconCopy,
  IconDots,
  IconGripVertical,
  IconMessage,
  IconMessageFilled,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'
import { type DragEvent, memo, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ClauseChip } from '../../../ui/clause-chip.tsx'
import { TeamBadge } from '../../../ui/team-badge.tsx'
import { isNamed } from '../sections.ts'
import look from './clause-card.module.css'
import { WordField } from './fields/simple-fields.tsx'
import { formOf } from './forms/form-of.tsx'
import { type FormProps, fieldsOf, setField, textOf } from './forms/form-props.ts'
import { MoreFields } from './more-fields.tsx'
import { PartYaml } from './part-yaml.tsx'
import type { Part } from './queries.ts'
import { isMovable, isRemovable } from './sections-of.ts'

/** What may be done with a part from its row. */
export type CardActs = {
  open: (part: Part | null) => void
  choose: (part: Part) => void
  move: (part: Part, by: -1 | 1) => void
  drop: (dragged: string, on: Part) => void
  duplicate: (part: Part) => void
  remove: (part: Part) => void
  comment: (part: Part) => void
}

type Props = FormProps & {
  document: string
  /** The sentences last known: of a part that has a problem now, what it said before. */
  sentences: Part['sentences']
  isOpen: boolean
  isChosen: boolean
  openComments: number
  acts: CardActs
}

const DRAGGED = 'application/x-agreement-part'
/** Parts that may carry a reason of their own. */
const MAY_SAY_WHY = new Set([
  'fit',
  'engagement',
  'routing',
  'marketing_promises',
  'sales_promises',
  'when',
  'learned',
  'territories',
  'sources',
])

/** One part of the agreement: its sentence, or its sentence with fields in it. */
export const ClauseCard = memo(function ClauseCard(props: Props) {
  const { t } = useTranslation()
  const { part, sentences, problems, isOpen, isChosen, openComments, acts } = props
  const root = useRef<HTMLLIElement>(null)
  const [isOver, setIsOver] = useState(false)
  useEffect(() => {
    if (isChosen) root.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const owner = sentences[0]?.owner ?? null
  const name = isNamed(part.clause) ? part.clause : null
  const because = textOf(fieldsOf(part.value).because)
  const key = part.path.join('\u0001')
  const drag = isMovable(part)
    ? {
        draggable: true,
        onDragStart: (event: DragEvent) => {
          event.dataTransfer.setData(DRAGGED, key)
          event.dataTransfer.effectAllowed = 'move'
          if (root.current !== null) event.dataTransfer.setDragImage(root.current, 24, 16)
        },
      }
    : {}
  return (
    <li
      ref={root}
      className={look.card}
      data-open={isOpen || undefined}
      data-chosen={isChosen || undefined}
      data-wrong={problems.length > 0 || undefined}
      data-over={isOver || undefined}
      data-side={owner ?? 'both'}
      data-clause={part.clause}
      onDragOver={(event) => {
        if (!isMovable(part) || !event.dataTransfer.types.includes(DRAGGED)) return
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        setIsOver(false)
        const dragged = event.dataTransfer.getData(DRAGGED)
        if (dragged !== '') acts.drop(dragged, part)
      }}
    >
      <span className={look.grip} {...drag} aria-hidden data-movable={isMovable(part) || undefined}>
        <IconGripVertical size={16} stroke={1.8} />
      </span>
      <span className={look.mark}>
        {name !== null && <ClauseChip clause={name} />}
        {owner !== null && <TeamBadge side={owner} isShort />}
      </span>
      <div className={look.body}>
        {isOpen ? (
          <OpenPart {...props} />
        ) : (
          <button
            type="button"
            className={look.says}
            onClick={() => acts.open(part)}
            aria-label={t('agreement.editor.edit', { clause: part.clause })}
          >
            {sentences.length === 0 ? (
              <code className={look.raw}>{part.text === '' ? part.clause : part.text}</code>
            ) : (
              sentences.map((one) => (
                <span key={one.sentence} className={look.sentence}>
                  {one.sentence}
                </span>
              ))
            )}
            {because !== '' && <span className={look.because}>{t('agreement.because', { why: because })}</span>}
          </button>
        )}
        {problems.length > 0 && (
          <ul className={look.problems} role="alert">
            {problems.map((problem) => (
              <li key={`${problem.path} ${problem.what}`}>
                <span className={look.what}>{problem.what}</span> {problem.mend}
              </li>
            ))}
          </ul>
        )}
      </div>
      <span className={look.acts}>
        {openComments > 0 && (
          <button
            type="button"
            className={look.act}
            data-has-comments
            onClick={() => acts.comment(part)}
            aria-label={t('agreement.editor.openComments', { count: openComments })}
          >
            <IconMessageFilled size={15} aria-hidden />
            <span className="tnum">{openComments}</span>
          </button>
        )}
        {!isOpen && (
          <button
            type="button"
            className={look.act}
            data-quiet
            onClick={() => acts.open(part)}
            tabIndex={-1}
            aria-hidden
          >
            <IconPencil size={16} stroke={1.8} />
          </button>
        )}
        <CardMenu part={part} acts={acts} />
      </span>
    </li>
  )
})

function CardMenu({ part, acts }: { part: Part; acts: CardActs }) {
  const { t } = useTranslation()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button
          type="button"
          className={look.act}
          data-quiet
          aria-label={t('agreement.editor.actsOf', { clause: part.clause })}
        >
          <IconDots size={16} stroke={1.8} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={15} stroke={1.8} />} onClick={() => acts.open(part)}>
          {t('agreement.editor.menu.edit')}
        </Menu.Item>
        <Menu.Item leftSection={<IconMessage size={15} stroke={1.8} />} onClick={() => acts.comment(part)}>
          {t('agreement.editor.menu.comment')}
        </Menu.Item>
        {isMovable(part) && (
          <>
            <Menu.Item leftSection={<IconCopy size={15} stroke={1.8} />} onClick={() => acts.duplicate(part)}>
              {t('agreement.editor.menu.duplicate')}
            </Menu.Item>
            <Menu.Item leftSection={<IconArrowUp size={15} stroke={1.8} />} onClick={() => acts.move(part, -1)}>
              {t('agreement.editor.menu.up')}
            </Menu.Item>
            <Menu.Item leftSection={<IconArrowDown size={15} stroke={1.8} />} onClick={() => acts.move(part, 1)}>
              {t('agreement.editor.menu.down')}
            </Menu.Item>
          </>
        )}
        {isRemovable(part) && (
          <Menu.Item leftSection={<IconTrash size={15} stroke={1.8} />} onClick={() => acts.remove(part)}>
            {t('agreement.editor.menu.remove')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

/** The part being changed: its sentence with fields, what else it says, its reason; or its YAML. */
function OpenPart(props: Props) {
  const { t } = useTranslation()
  const { part, apply, sentences, acts, document } = props
  const form = formOf(part)
  const [wantsYaml, setWantsYaml] = useState(false)
  const isYaml = form === null || wantsYaml
  const section = String(part.parent.at(-1))
  const value = fieldsOf(part.value)
  const saysWhy = MAY_SAY_WHY.has(section) && part.path.at(-1) !== 'half_life' && Object.keys(value).length > 0
  const said = sentences.map((one) => one.sentence).join(' ')
  return (
    <div className={look.open}>
      {isYaml ? (
        <PartYaml part={part} apply={apply} document={document} />
      ) : (
        <>
          {form.render(props)}
          <MoreFields {...props} covered={[...form.covered, 'because']} onYaml={() => setWantsYaml(true)} />
          {saysWhy && (
            <div className={look.why}>
              <span className="quiet">{t('agreement.editor.because')}</span>
              <WordField
                label={t('agreement.editor.because')}
                value={textOf(value.because)}
                placeholder={t('agreement.editor.becausePlaceholder')}
                isWide
                onChange={(text) => apply([setField(part, 'because', text)])}
              />
            </div>
          )}
        </>
      )}
      {said !== '' && props.problems.length === 0 && (
        <p className={look.reads}>{t('agreement.editor.reads', { said })}</p>
      )}
      <span className={look.foot}>
        <button type="button" className={look.done} onClick={() => acts.open(null)}>
          {t('agreement.editor.done')}
        </button>
        {form !== null && (
          <button type="button" className={look.toYaml} onClick={() => setWantsYaml(!wantsYaml)}>
            <IconCode size={15} stroke={1.8} aria-hidden />
            {t(wantsYaml ? 'agreement.editor.asSentence' : 'agreement.editor.asYaml')}
          </button>
        )}
      </span>
    </div>
  )
}
