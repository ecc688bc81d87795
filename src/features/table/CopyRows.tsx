import { useState } from 'react'
import { tableWords } from '#ui/tableWords.ts'

interface CopyRowsProps {
  readonly count: number
  readonly text: () => string
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** Copies the rows shown; where the browser refuses, shows the text, selected, so that the user can. */
export function CopyRows({ count, text }: CopyRowsProps) {
  const [said, setSaid] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const onClick = async (): Promise<void> => {
    const rows = text()
    const copied = await copy(rows)
    setRefused(copied ? null : rows)
    setSaid(copied ? tableWords.copied(count) : tableWords.notCopied)
  }
  return (
    <div className="copy-rows">
      <button type="button" className="button" disabled={count === 0} onClick={onClick}>
        {tableWords.copy}
      </button>
      <span role="status">{said}</span>
      {refused !== null && (
        <textarea
          readOnly
          rows={4}
          aria-label={tableWords.copyText}
          value={refused}
          ref={(element) => element?.select()}
        />
      )}
    </div>
  )
}
