import { Fragment, type ReactNode } from 'react'
import look from './fields.module.css'

/** A sentence of the language with fields where `[name]` stands. */
export function Say({ words, fields }: { words: string; fields: Readonly<Record<string, ReactNode>> }) {
  return (
    <div className={look.sentence}>
      {words.split(/(\[\w+\])/).map((part, i) => {
        const name = /^\[(\w+)\]$/.exec(part)?.[1]
        // biome-ignore lint/suspicious/noArrayIndexKey: a part of a sentence is known by its place
        return <Fragment key={i}>{name === undefined ? part : (fields[name] ?? null)}</Fragment>
      })}
    </div>
  )
}
