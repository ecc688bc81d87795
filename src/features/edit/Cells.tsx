import type { ChangeEvent } from 'react'
import type { Finding, Severity } from '#domain/finding.ts'
import { readNote } from '#domain/note.ts'
import type { EntryStatus } from '#domain/observation.ts'
import { editWords, obstacleWords, statusWords } from '#ui/editWords.ts'
import { findingReason } from '#ui/findingWords.ts'
import type { EntryFields, FieldName } from './entryForm.ts'
import { type ControlMarks, Field } from './fields.tsx'

interface CellsProps {
  readonly fields: EntryFields
  readonly findings: readonly Finding[]
  /** Whether what was found in a field is to be said already. */
  readonly isShown: (name: FieldName) => boolean
  readonly lacksReason: boolean
  readonly onChange: (name: FieldName, text: string) => void
  readonly onLeave: (name: FieldName) => void
}

const COLUMNS: Partial<Record<FieldName, string>> = { value: '数值', unit: '单位', status: '状态' }

/** What the reader found in a field, in words: what it refuses and what it remarks; what it asks stands above the tick. */
function foundIn({ findings, isShown }: CellsProps, name: FieldName) {
  const here = isShown(name) ? findings.filter(({ at }) => at.column === COLUMNS[name]) : []
  const words = (severity: Severity) => here.filter((found) => found.severity === severity).map(findingReason)
  return { faults: words('blocks'), remarks: words('notes') }
}

/** The note with one more clause; what stands there already is kept. */
const withClause = (note: string, clause: string): string =>
  note.trim() === '' ? clause : `${note.replace(/[；;。\s]+$/, '')}；${clause}`

/** The two clauses measures can read, as buttons: nobody has to know how they are written. */
function NoteButtons({
  note,
  onChange,
}: {
  readonly note: string
  readonly onChange: (note: string) => void
}) {
  const { period, scopeChange } = readNote(note)
  return (
    <p className="entry-tools-note">
      {period === null && (
        <button
          type="button"
          className="text-button"
          onClick={() => onChange(withClause(note, editWords.periodClause))}
        >
          {editWords.addPeriod}
        </button>
      )}
      {scopeChange === null && (
        <button
          type="button"
          className="text-button"
          onClick={() => onChange(withClause(note, editWords.scopeClause))}
        >
          {editWords.addScopeChange}
        </button>
      )}
    </p>
  )
}

/** The cells of a figure's row, then who changes it and why. */
export function Cells(props: CellsProps) {
  const { fields, lacksReason, onChange, onLeave } = props
  const bind = (marks: ControlMarks) => ({
    ...marks,
    value: fields[marks.name],
    onChange: ({ currentTarget }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
      onChange(marks.name, currentTarget.value),
    onBlur: () => onLeave(marks.name),
  })
  const text = { autoComplete: 'off', spellCheck: false } as const
  return (
    <div className="edit-fields">
      <Field name="value" {...foundIn(props, 'value')}>
        {(marks) => <input {...bind(marks)} {...text} type="text" placeholder={editWords.valuePlaceholder} />}
      </Field>
      <Field name="unit" {...foundIn(props, 'unit')}>
        {(marks) => <input {...bind(marks)} {...text} type="text" />}
      </Field>
      <Field name="status" {...foundIn(props, 'status')}>
        {(marks) => (
          <select {...bind(marks)}>
            {(Object.keys(statusWords) as EntryStatus[]).map((status) => (
              <option key={status} value={status}>
                {statusWords[status]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="quote" faults={[]}>
        {(marks) => <textarea {...bind(marks)} {...text} rows={2} placeholder={editWords.quotePlaceholder} />}
      </Field>
      <Field name="note" faults={[]} remarks={[editWords.noteHint]} optional>
        {(marks) => <textarea {...bind(marks)} {...text} rows={2} />}
      </Field>
      <NoteButtons note={fields.note} onChange={(note) => onChange('note', note)} />
      <Field name="reason" faults={lacksReason ? [obstacleWords.reason] : []}>
        {(marks) => (
          <input {...bind(marks)} {...text} type="text" required placeholder={editWords.reasonPlaceholder} />
        )}
      </Field>
      <Field name="author" faults={[]} optional>
        {(marks) => <input {...bind(marks)} {...text} type="text" />}
      </Field>
    </div>
  )
}
