import { createContext, type KeyboardEvent, type ReactNode, useContext } from 'react'
import type { Indicator } from '#domain/catalogue.ts'
import type { Year } from '#domain/year.ts'
import { openerWords } from './openerWords.ts'

type Edit = (indicator: Indicator, year: Year) => void

/** Opens the entry form of one figure. Missing: `null` where nothing can be changed. The shell provides it. */
export const EditContext = createContext<Edit | null>(null)

export const useEdit = (): Edit | null => useContext(EditContext)

interface EditOpenerProps {
  readonly indicator: Indicator
  readonly year: Year
  /** Nothing was entered yet: the form is for filling, not for changing. */
  readonly isEmpty: boolean
  readonly className: string
  /** Part of the button's name, or it could not be called by what is seen: the year. */
  readonly children: ReactNode
}

/** A held Enter must not open the form again that it has just sent. */
function ignoreRepeats(event: KeyboardEvent): void {
  if (event.repeat) event.preventDefault()
}

/** A button that opens the form; where nothing can be changed, only what it shows. */
export function EditOpener({ indicator, year, isEmpty, className, children }: EditOpenerProps) {
  const edit = useEdit()
  if (!edit) return <span className={className}>{children}</span>
  return (
    <button
      type="button"
      className={className}
      aria-label={openerWords(indicator, year, isEmpty)}
      aria-haspopup="dialog"
      onKeyDown={ignoreRepeats}
      onClick={() => edit(indicator, year)}
    >
      {children}
    </button>
  )
}
