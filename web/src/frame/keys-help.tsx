import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { keysInForce } from '../keys/key-table.ts'
import { KeyHint } from '../ui/key-hint.tsx'
import look from './keys-help.module.css'

/** Every key that works on this page. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const scopes = keysInForce()
    .map((scope) => ({
      title: scope.title,
      listed: scope.bindings.filter((one) => one.says !== undefined && one.isOff !== true),
    }))
    .filter((scope) => scope.listed.length > 0)
    .reverse()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('frame.keys.title')}
      size={640}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={look.columns}>
        {scopes.map((scope) => (
          <section key={scope.title} className={look.scope}>
            <h3 className={look.title}>{scope.title}</h3>
            <dl>
              {scope.listed.map((one) => (
                <div key={one.says} className={look.line}>
                  <dt>{one.says}</dt>
                  <dd>
                    <KeyHint keys={typeof one.keys === 'string' ? one.keys : (one.keys[0] ?? '')} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
