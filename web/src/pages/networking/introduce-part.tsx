import { useTranslation } from 'react-i18next'
import { Part } from '../lead/part.tsx'
import { WhoCanIntroduce } from './who-can-introduce.tsx'

/** Who can introduce us, as a part of the page of a person. */
export function IntroducePart({ personId }: { personId: string }) {
  const { t } = useTranslation()
  return (
    <Part title={t('networking.who.title')}>
      <WhoCanIntroduce personId={personId} />
    </Part>
  )
}
