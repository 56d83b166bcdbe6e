import { ProblemError, problemFrom } from '../../api/problem-error.ts'

export type Sent = { sentBytes: number; totalBytes: number }

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * Uploads files as one import and gives its id. XMLHttpRequest, because fetch cannot tell how much is sent.
 * Throws a ProblemError; an abort throws a DOMException.
 */
export function uploadFiles(
  files: readonly File[],
  onSent: (sent: Sent) => void,
  signal: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const body = new FormData()
    for (const file of files) body.append('files', file, file.name)
    const request = new XMLHttpRequest()
    request.open('POST', '/api/imports')
    request.upload.onprogress = (event) => onSent({ sentBytes: event.loaded, totalBytes: event.total })
    request.onerror = () => reject(new ProblemError('offline', 0, '', null, []))
    request.onabort = () => reject(new DOMException('', 'AbortError'))
    request.onload = () => {
      const answer = parse(request.responseText)
      const isFine = request.status >= 200 && request.status < 300
      if (isFine && typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string') {
        resolve(answer.id)
      } else {
        reject(problemFrom(answer, request.status))
      }
    }
    signal.addEventListener('abort', () => request.abort())
    request.send(body)
  })
}
