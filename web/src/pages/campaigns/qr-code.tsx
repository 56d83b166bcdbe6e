import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import look from './campaigns.module.css'

/** A link as a QR code; the drawer of them is loaded when the first is asked for. */
export function QrCode({ text, name }: { text: string; name: string }) {
  const { t } = useTranslation()
  const svg = useQuery({
    queryKey: ['qr', text],
    queryFn: async () => (await import('uqr')).renderSVG(text, { border: 2, ecc: 'M' }),
    staleTime: Number.POSITIVE_INFINITY,
  }).data
  if (svg === undefined) return null
  const address = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  return (
    <div className={look.form}>
      <div className={look.qr}>
        <img src={address} alt={`${t('campaigns.links.qr')} : ${text}`} width={160} height={160} />
      </div>
      <Button component="a" href={address} download={`${name}.svg`} w="max-content">
        {t('campaigns.links.download')}
      </Button>
    </div>
  )
}
