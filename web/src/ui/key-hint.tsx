import { showStroke } from '../keys/key-stroke.ts'
import look from './key-hint.module.css'

/** A key as it is printed on the keyboard. Hidden where there is no keyboard. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span className={look.keys} aria-hidden>
      {keys
        .split(' ')
        .flatMap((stroke) => showStroke(stroke))
        .map((cap) => (
          <kbd key={cap} className={look.key}>
            {cap}
          </kbd>
        ))}
    </span>
  )
}
