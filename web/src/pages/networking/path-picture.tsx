import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session.ts'
import look from './networking.module.css'
import type { Way } from './queries.ts'

/** A way to somebody, drawn: each person, and between them a line as thick as they know each other. */
export function PathPicture({ way }: { way: Way }) {
  const { t } = useTranslation()
  const { user } = useSession()
  const nameOf = (node: Way['nodes'][number]) =>
    node.kind === 'colleague' && node.id === user.id ? t('networking.who.you') : node.name || t('networking.somebody')
  return (
    <ol className={look.picture} aria-label={t('networking.who.picture', { way: way.nodes.map(nameOf).join(' – ') })}>
      {way.nodes.flatMap((node, index) => {
        const strength = way.strengths[index - 1]
        return [
          strength === undefined ? null : (
            <li key={`step-${node.id}`} className={look.step} title={t(`networking.strength.s${strength}`)}>
              <svg viewBox="0 0 36 12" aria-hidden="true" preserveAspectRatio="none">
                <line
                  x1="0"
                  y1="6"
                  x2="36"
                  y2="6"
                  stroke="currentColor"
                  strokeWidth={strength * 1.6}
                  strokeDasharray={strength === 1 ? '3 3' : undefined}
                />
              </svg>
              <span className="hidden-words">{t(`networking.strength.s${strength}`)}</span>
            </li>
          ),
          <li
            key={node.id}
            className={look.node}
            data-kind={node.kind}
            data-is-goal={index === way.nodes.length - 1 || undefined}
          >
            <span className="cut">{nameOf(node)}</span>
            {node.detail === '' ? null : <span className="quiet small cut">{node.detail}</span>}
          </li>,
        ]
      })}
    </ol>
  )
}
