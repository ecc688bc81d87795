import { useEffect, useId, useRef, useState } from 'react'
import type { Dataset } from '#domain/dataset.ts'
import type { Year } from '#domain/year.ts'
import { folderYears } from '#exporting/dataFolder.ts'
import { type FormatId, formats } from '#exporting/formats.ts'
import { useApp } from '#store/useApp.ts'
import { exportWords, formatWords } from '#ui/exportWords.ts'
import { type Source, useExport } from './useExport.ts'

type ItemId = FormatId | 'backup'

interface ItemWords {
  readonly name: (year: number) => string
  readonly note: string
  readonly part: (year: number) => string
}

/** A format without its words does not compile. */
const WORDS: Readonly<Record<ItemId, ItemWords>> = formatWords

/** The log as a file; it is kept by the shell, which alone can write it out. */
function useBackup(): Source {
  const exportLog = useApp((state) => state.log.exportLog)
  return {
    ending: 'json',
    type: 'application/json',
    make: async () => {
      const text = exportLog()
      return text === null ? null : new TextEncoder().encode(text)
    },
  }
}

/** Escape and a press elsewhere close it; Escape gives the focus back. */
function useClosing(open: boolean, close: () => void) {
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open) return
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      close()
      root.current?.querySelector('button')?.focus()
    }
    const onPress = ({ target }: Event): void => {
      if (target instanceof Node && !root.current?.contains(target)) close()
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', onPress)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerdown', onPress)
    }
  }, [open, close])
  return root
}

/** What the data folder leaves out, said before it is made. Missing: `null` when it holds everything. */
function folderWarning(dataset: Dataset): string | null {
  if (folderYears(dataset).length === 0) return exportWords.nothingFinished
  return dataset.openYears.length > 0 ? exportWords.openLeftOut(dataset.openYears) : null
}

interface ExportMenuProps {
  readonly dataset: Dataset
  readonly year: Year
}

/** Everything that can be taken out, behind one button. */
export function ExportMenu({ dataset, year }: ExportMenuProps) {
  const [open, setOpen] = useState(false)
  const [close] = useState(() => () => setOpen(false))
  const root = useClosing(open, close)
  const { said, busy, run } = useExport()
  const backup = useBackup()
  const id = useId()
  const items: Readonly<Record<ItemId, Source>> = { ...formats, backup }
  const warning = folderWarning(dataset)
  return (
    <div className="export-menu" ref={root}>
      <button
        type="button"
        className="button"
        aria-expanded={open}
        aria-controls={`${id}-formats`}
        onClick={() => setOpen(!open)}
      >
        {exportWords.export}
      </button>
      {open && (
        <ul id={`${id}-formats`} className="export-formats" aria-label={exportWords.formats}>
          {(Object.keys(items) as ItemId[]).map((item) => (
            <li key={item}>
              <button
                type="button"
                className="button"
                aria-describedby={`${id}-${item}`}
                disabled={busy || (item === 'folder' && folderYears(dataset).length === 0)}
                onClick={() => void run({ format: items[item], dataset, year, part: WORDS[item].part(year) })}
              >
                {WORDS[item].name(year)}
              </button>
              <p id={`${id}-${item}`}>
                {WORDS[item].note}
                {item === 'folder' && warning !== null && <b>{warning}</b>}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p role="status">{said}</p>
    </div>
  )
}
