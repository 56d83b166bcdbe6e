import { useTranslation } from 'react-i18next'
import { KeyHint } from '../ui/key-hint.tsx'
import look from './act-bar.module.css'
import { ACTS, type ActId, expectedAct } from './acts.ts'
import type { Acts } from './use-acts.tsx'

/** The acts as buttons with their keys. One that is not allowed says why. */
export function ActBar({ acts, stage, only }: { acts: Acts; stage: string; only?: readonly ActId[] }) {
  const { t } = useTranslation()
  const expected = expectedAct(stage)
  const shown = only === undefined ? ACTS : ACTS.filter((act) => only.includes(act.id))
  return (
    <div className={look.bar} role="toolbar" aria-label={t('acts.title')} data-count={shown.length}>
      {shown.map(({ id, key, Icon }) => {
        const why = acts.whyNot(id)
        return (
          <button
            key={id}
            type="button"
            className={look.act}
            data-is-expected={(id === expected && why === null) || undefined}
            aria-disabled={why !== null}
            title={why ?? undefined}
            onClick={() => acts.run(id)}
          >
            <Icon size={16} stroke={1.8} aria-hidden />
            <span>{t(`acts.${id}`)}</span>
            <KeyHint keys={key} />
          </button>
        )
      })}
    </div>
  )
}
