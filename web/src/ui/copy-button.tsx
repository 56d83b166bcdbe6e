import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { PlainButton } from './plain-button.tsx'

const SHOWN_MS = 2_000

type Props = { text: string; label: string; copied: string; variant?: 'default' | 'filled' | 'subtle' }

/** Copies a text and says so on the button itself. Without a clipboard (plain HTTP) it falls back to a selection. */
export function CopyButton({ text, label, copied, variant = 'default' }: Props) {
  const [isCopied, setIsCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setIsCopied(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isCopied])
  const copy = async () => {
    setIsCopied(await copyText(text))
  }
  const Icon = isCopied ? IconCheck : IconCopy
  return (
    <PlainButton
      variant={variant}
      leftSection={<Icon size={15} stroke={1.8} aria-hidden />}
      onClick={() => void copy()}
    >
      <span aria-live="polite">{isCopied ? copied : label}</span>
    </PlainButton>
  )
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'hidden-words'
  document.body.append(field)
  field.select()
  // The only way where the page is served over plain HTTP.
  const isDone = document.execCommand('copy')
  field.remove()
  return isDone
}
