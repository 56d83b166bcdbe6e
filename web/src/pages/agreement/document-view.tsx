import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import look from './document.module.css'
import type { Agreement } from './queries.ts'
import { saveDocument } from './save-document.ts'

/** The document as it is written, with line numbers; read-only. */
export function DocumentView({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation()
  return (
    <>
      <div className={look.tools}>
        <span className="quiet small">{t('agreement.lines', { count: agreement.document.split('\n').length })}</span>
        <Button
          variant="subtle"
          leftSection={<IconDownload size={15} stroke={1.8} aria-hidden />}
          onClick={() => saveDocument(agreement.version, agreement.document)}
        >
          {t('agreement.download')}
        </Button>
      </div>
      <ol className={look.lines}>
        {agreement.document.split('\n').map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its number
          <li key={i} className={look.line}>
            <YamlLine text={line} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** Comments quiet, keys a little stronger: enough to find one's way. */
function YamlLine({ text }: { text: string }) {
  const comment = /(^|\s)#.*$/.exec(text)
  const code = comment === null ? text : text.slice(0, comment.index)
  const key = /^(\s*(?:- )?)([\p{L}\p{N}_ ]+)(?=:)/u.exec(code)
  return (
    <code>
      {key === null ? (
        code
      ) : (
        <>
          {key[1]}
          <span className={look.key}>{key[2]}</span>
          {code.slice(key[0].length)}
        </>
      )}
      {comment !== null && <span className={look.comment}>{text.slice(comment.index)}</span>}
      {text === '' && '\u200b'}
    </code>
  )
}
