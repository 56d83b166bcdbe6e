import type { Answered } from '../api/types.ts'
import { paths } from '../paths.ts'

type Notice = Answered<'listNotices'>['notices'][number]

const word = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Where a notice leads: the lead, the version, what is done. Null when there is nothing to open. */
export function noticeTarget({ personId, data, kind }: Pick<Notice, 'personId' | 'data' | 'kind'>) {
  if (personId !== null) return { to: paths.lead, params: { personId } } as const
  const backtestId = word(data.backtestId)
  if (backtestId !== null) return { to: paths.backtest, params: { backtestId } } as const
  const importId = word(data.importId)
  if (importId !== null) return { to: paths.importRun, params: { importId } } as const
  if (typeof data.version === 'number') {
    const params = { version: String(data.version) }
    return kind === 'clause_commented'
      ? ({ to: paths.agreementDraft, params } as const)
      : ({ to: paths.agreementVersion, params } as const)
  }
  const webhook = word(data.webhookId)
  if (webhook !== null) return { to: paths.settingsWebhooks, search: { webhook } } as const
  if (word(data.address) !== null) return { to: paths.settingsMail } as const
  return null
}
