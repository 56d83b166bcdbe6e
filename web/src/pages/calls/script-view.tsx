import { useTranslation } from 'react-i18next'
import type { Script } from './queries.ts'
import look from './session.module.css'

/** What is said, with the place for what they say. */
export function ScriptView({
  script,
  name,
  words,
  onWords,
}: {
  script: Script | null
  name: string
  words: string
  onWords: (words: string) => void
}) {
  const { t } = useTranslation()
  const filled = (text: string) => text.replaceAll(/\{\{?\s*(name|nom)\s*\}?\}/gi, name)
  return (
    <div className={look.script}>
      {script === null ? (
        <p className="quiet">{t('calls.run.noScript')}</p>
      ) : (
        <>
          {script.message === null ? null : (
            <section>
              <h3>{t('calls.script.message')}</h3>
              <p className={look.say}>{script.message}</p>
            </section>
          )}
          {script.opening === '' ? null : (
            <section>
              <h3>{t('calls.script.opening')}</h3>
              <p className={look.say}>{filled(script.opening)}</p>
            </section>
          )}
          {script.questions.length === 0 ? null : (
            <section>
              <h3>{t('calls.script.questions')}</h3>
              <ol>
                {script.questions.map((question) => (
                  <li key={question}>{filled(question)}</li>
                ))}
              </ol>
            </section>
          )}
        </>
      )}
      <section>
        <h3>
          <label htmlFor="their-words">{t('calls.script.words')}</label>
        </h3>
        <textarea
          id="their-words"
          className={look.words}
          rows={3}
          value={words}
          maxLength={2_000}
          placeholder={t('calls.script.wordsPlaceholder')}
          onChange={(event) => onWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            event.preventDefault()
            event.currentTarget.blur()
          }}
        />
      </section>
      {script === null ? null : (
        <>
          {script.driver === '' ? null : (
            <section>
              <h3>{t('calls.script.driver')}</h3>
              <p>{filled(script.driver)}</p>
            </section>
          )}
          {script.proof === '' ? null : (
            <section>
              <h3>{t('calls.script.proof')}</h3>
              <p>{filled(script.proof)}</p>
            </section>
          )}
          {script.objections.length === 0 ? null : (
            <section>
              <h3>{t('calls.script.objections')}</h3>
              <dl>
                {script.objections.map(({ says, answer }) => (
                  <div key={says}>
                    <dt>{says}</dt>
                    <dd>{answer}</dd>
                  </div>
                ))}
              </dl>
            </section>
          )}
        </>
      )}
    </div>
  )
}
