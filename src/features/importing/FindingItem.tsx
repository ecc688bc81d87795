import { type FormEvent, useState } from 'react'
import { cellKey, rowKey } from '#importing/upload/reading.ts'
import { findingReason } from '#ui/findingWords.ts'
import { importWords, placeWords, severityMarks, severityWords } from '#ui/importWords.ts'
import type { Desk } from './desk.ts'
import { findingKey } from './progress.ts'
import type { ImportSession } from './session.ts'
import type { ShownFinding } from './shown.ts'

interface ItemProps {
  readonly desk: Desk
  readonly session: ImportSession
  readonly finding: ShownFinding
}

/** The text of a cell in question, to be put right here. */
function FixForm({ desk, finding }: Omit<ItemProps, 'session'>) {
  const { row, cell, column = '', sheet } = finding.at
  const { suggestion } = finding.facts
  const [text, setText] = useState(finding.text)
  if (row === undefined || cell === undefined) return null
  const fix = (value: string): void =>
    desk.choose({ what: 'fix', row: rowKey(row, sheet), cell: cellKey(row, cell, sheet), text: value })
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    if (text !== finding.text) fix(text)
  }
  return (
    <form className="import-fix" onSubmit={onSubmit}>
      {suggestion !== undefined && (
        <button type="button" className="button" onClick={() => fix(String(suggestion))}>
          <bdi>{importWords.useSuggestion(String(suggestion))}</bdi>
        </button>
      )}
      <input
        aria-label={importWords.fixLabel(row, column)}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <button type="submit" className="button" aria-disabled={text === finding.text}>
        {importWords.fix}
      </button>
    </form>
  )
}

function SkipButton({ desk, finding }: Omit<ItemProps, 'session'>) {
  const { row, sheet } = finding.at
  if (row === undefined) return null
  return (
    <button
      type="button"
      className="button"
      onClick={() => desk.choose({ what: 'skip', rows: [rowKey(row, sheet)] })}
    >
      {importWords.skip}
      <span className="visually-hidden">{importWords.named(importWords.rowPlace(row))}</span>
    </button>
  )
}

/** One finding: where, why and what to write, and the ways out of it. */
export function FindingItem({ desk, session, finding }: ItemProps) {
  const { severity, at } = finding
  const reason = findingReason(finding)
  const about = reason.includes(finding.about) ? '' : finding.about
  const place = placeWords(at.row, at.column)
  const key = findingKey(finding)
  return (
    <li className={`import-finding ${severity}`}>
      <p>
        <span className="import-mark" aria-hidden="true">
          {severityMarks[severity]}
        </span>
        <span className="visually-hidden">{severityWords[severity]}：</span>
        <b>
          <bdi>{place}</bdi>
        </b>{' '}
        {about !== '' && (
          <>
            <bdi className="import-about">{about}</bdi>{' '}
          </>
        )}
        <bdi>{reason}</bdi>
      </p>
      {severity !== 'notes' && (
        <div className="import-ways">
          {severity === 'warns' && (
            <label className="tick">
              <input
                type="checkbox"
                checked={session.ticked.has(key)}
                onChange={({ currentTarget }) =>
                  desk.dispatch({ is: 'ticked', keys: [key], on: currentTarget.checked })
                }
              />
              {importWords.checked}
              <span className="visually-hidden">：{place}</span>
            </label>
          )}
          <FixForm key={finding.text} desk={desk} finding={finding} />
          <SkipButton desk={desk} finding={finding} />
        </div>
      )}
    </li>
  )
}
