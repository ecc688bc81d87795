import { useEffect, useRef, useState } from 'react'
import { importWords } from '#ui/importWords.ts'

/** What a text field does with a paste is its own matter. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.closest('input, textarea, select, dialog') !== null || target.isContentEditable)

/** Cells copied from a spreadsheet as a file of their own; the mark at its start names its encoding. */
export const pastedFile = (text: string): File =>
  new File([`\ufeff${text}`], importWords.pastedName, { type: 'text/plain' })

const carriesFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer !== null && [...dataTransfer.types].includes('Files')

/**
 * Takes what is dropped anywhere on the page, or pasted outside of a field. A file dropped beside the page's own
 * place would otherwise be opened by the browser, and the page would be gone.
 * Shape: true while something is dragged over the page.
 */
export function useIntake(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setIsOver] = useState(false)
  const take = useRef(onFiles)
  useEffect(() => {
    take.current = onFiles
  }, [onFiles])
  useEffect(() => {
    const onOver = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setIsOver(true)
    }
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false)
    }
    const onDrop = (event: DragEvent): void => {
      setIsOver(false)
      if (!carriesFiles(event)) return
      event.preventDefault()
      take.current([...(event.dataTransfer?.files ?? [])])
    }
    const onPaste = (event: ClipboardEvent): void => {
      if (isField(event.target)) return
      const files = [...(event.clipboardData?.files ?? [])]
      const text = event.clipboardData?.getData('text/plain') ?? ''
      // A spreadsheet puts a picture of the cells beside their text.
      if (/[\t\n]/.test(text.trim())) take.current([pastedFile(text)])
      else if (files.length > 0) take.current(files)
      else return
      event.preventDefault()
    }
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    window.addEventListener('paste', onPaste)
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
      window.removeEventListener('paste', onPaste)
    }
  }, [])
  return isOver
}
