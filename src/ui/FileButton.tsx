import { useRef } from 'react'

interface FileButtonProps {
  readonly label: string
  /** Endings the file picker offers first: `.json`. */
  readonly accept: string
  readonly onFile: (file: File) => void
  readonly isPrimary?: boolean
}

/** A button that asks for a file; the same file may be chosen again. */
export function FileButton({ label, accept, onFile, isPrimary = false }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        className={isPrimary ? 'button primary' : 'button'}
        onClick={() => input.current?.click()}
      >
        {label}
      </button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
    </>
  )
}
