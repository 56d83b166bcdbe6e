import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../ui/loaded.tsx'
import look from './mail.module.css'
import { htmlQuery } from './queries.ts'

const HEAD = (pictures: string) =>
  `<!doctype html><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src ${pictures}"><base target="_blank"><style>body{font:14px/20px system-ui,sans-serif;margin:12px;color:#1c1c1c;overflow-wrap:anywhere}img{max-width:100%;height:auto}</style>`

/** A mail as it was laid out: cleaned by the server, and in a frame that may run nothing and reach nothing. */
export function HtmlView({ messageId }: { messageId: string }) {
  const { t } = useTranslation()
  const [hasPictures, setHasPictures] = useState(false)
  const query = useQuery(htmlQuery(messageId, hasPictures))
  return (
    <Loaded query={query}>
      {({ html, blocked }) => (
        <>
          {blocked > 0 && !hasPictures && (
            <Button mt={8} size="compact-sm" variant="subtle" onClick={() => setHasPictures(true)}>
              {t('mail.pictures', { count: blocked })}
            </Button>
          )}
          <iframe
            className={look.frame}
            title={t('mail.frame')}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            referrerPolicy="no-referrer"
            srcDoc={HEAD(hasPictures ? 'https: http: data:' : 'data:') + html}
          />
        </>
      )}
    </Loaded>
  )
}
