import { useRef, useState } from 'react'
import type { DealKey } from './queries.ts'
import { type NewDocument, type Sent, type Stored, uploadDocument } from './upload-document.ts'

export type Uploading = { is: 'idle' } | { is: 'sending'; sent: Sent } | { is: 'refused'; error: unknown }

/** Sends documents one at a time: how far it is, how to stop it, and why it was refused. */
export function useUpload(deal: DealKey) {
  const [state, setState] = useState<Uploading>({ is: 'idle' })
  const control = useRef<AbortController | null>(null)
  // What is refused later, for another reason, is not sent a second time.
  const stored = useRef(new Map<File, Stored>())

  /** The stored document; null when it was refused or stopped. */
  const send = async (document_: NewDocument): Promise<Stored | null> => {
    const known = stored.current.get(document_.file)
    if (known !== undefined) return known
    control.current = new AbortController()
    setState({ is: 'sending', sent: { sentBytes: 0, totalBytes: document_.file.size } })
    try {
      const made = await uploadDocument(
        deal,
        document_,
        (sent) => setState({ is: 'sending', sent }),
        control.current.signal,
      )
      stored.current.set(document_.file, made)
      setState({ is: 'idle' })
      return made
    } catch (error) {
      setState(error instanceof DOMException ? { is: 'idle' } : { is: 'refused', error })
      return null
    }
  }
  return { state, send, stop: () => control.current?.abort(), clear: () => setState({ is: 'idle' }) }
}
