import type { Readable } from 'node:stream'
import sax from 'sax'
import { UnreadableFile } from './unreadable-file.ts'

export type XmlHandlers = {
  open?(tag: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(tag: string): void
}

/**
 * Feeds one XML entry through the handlers, chunk by chunk, yielding after each chunk so that the caller can take what
 * has come together. Prefixes of names are dropped. Entities a document declares itself are never expanded.
 */
export async function* readXml(entry: Readable, name: string, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = sax.parser(true, { trim: false, normalize: false, xmlns: false })
  parser.onopentag = (tag) => handlers.open?.(localName(tag.name), textAttributes(tag.attributes))
  parser.ontext = (text) => handlers.text?.(text)
  parser.oncdata = (text) => handlers.text?.(text)
  parser.onclosetag = (tag) => handlers.close?.(localName(tag))
  parser.ondoctype = () => {
    throw new UnreadableFile(
      `"${name}" declares a document type, which no workbook does.`,
      'Save the sheet again as XLSX or CSV.',
    )
  }
  parser.onerror = (error) => {
    throw new UnreadableFile(
      `"${name}" is damaged: ${error.message.split('\n')[0]}.`,
      'Open it in a spreadsheet program and save it again, or send CSV.',
    )
  }
  const decoder = new TextDecoder('utf-8')
  try {
    for await (const chunk of entry) {
      parser.write(decoder.decode(chunk, { stream: true }))
      yield
    }
    parser.write(decoder.decode()).close()
    yield
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new UnreadableFile(
      `"${name}" is damaged: ${reason}.`,
      'Open it in a spreadsheet program and save it again, or send CSV.',
    )
  } finally {
    entry.destroy()
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

function textAttributes(attributes: Record<string, string | { value: string }>): Record<string, string> {
  const plain: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) plain[name] = typeof value === 'string' ? value : value.value
  return plain
}
