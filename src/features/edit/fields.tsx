import { type ReactNode, useId } from 'react'
import { editWords, fieldWords } from '#ui/editWords.ts'
import type { FieldName } from './entryForm.ts'

interface FieldProps {
  readonly name: FieldName
  /** Words under the field that are wrong with it. */
  readonly faults: readonly string[]
  /** Words under the field that are worth knowing. */
  readonly remarks?: readonly string[]
  readonly optional?: boolean
  /** Draws the control with its id and what it must be marked with. */
  readonly children: (control: ControlMarks) => ReactNode
}

export interface ControlMarks {
  readonly id: string
  readonly name: FieldName
  readonly 'aria-invalid': boolean
  readonly 'aria-describedby': string | undefined
}

/** A label, its control and what is to be said of it. */
export function Field({ name, faults, remarks = [], optional = false, children }: FieldProps) {
  const id = useId()
  const said = [...faults, ...remarks]
  const notes = said.map((_, i) => `${id}-${i}`)
  return (
    <div className={`entry-field entry-${name}`}>
      <label htmlFor={id}>
        {fieldWords[name]}
        {optional && <small aria-hidden="true">{editWords.optional}</small>}
      </label>
      {children({
        id,
        name,
        'aria-invalid': faults.length > 0,
        'aria-describedby': notes.join(' ') || undefined,
      })}
      {said.map((text, i) => (
        <p key={text} id={notes[i]} className={i < faults.length ? 'entry-fault' : 'entry-remark'}>
          <bdi>{text}</bdi>
        </p>
      ))}
    </div>
  )
}
