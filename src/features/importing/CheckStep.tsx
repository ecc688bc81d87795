import { type FormEvent, useId, useState } from 'react'
import type { Finding, Severity } from '#domain/finding.ts'
import { cellKey, rowKey, rowOfKey } from '#importing/upload/reading.ts'
import { findingReason } from '#ui/findingWords.ts'
import { importWords, placeWords, severityMarks, severityWords, waitingWords } from '#ui/importWords.ts'
import type { Desk } from './desk.ts'
import { findingKey, passedRows, warningsLeft } from './progress.ts'
import type { ShownReading } from './readingJob.ts'
import { Step } from './Step.tsx'
import type { ImportSession } from './session.ts'

/** Findings drawn at a time. */
const PAGE = 50

interface PartProps {
  readonly desk: Desk
  readonly session: ImportSession
}

interface ItemProps extends PartProps {
  readonly finding: Finding
}

/** The text of a cell in question, to be put right here. */
function FixForm({ desk, finding }: ItemProps) {
  const { row, cell, column = '', sheet } = finding.at
  const { raw, suggestion } = finding.facts
  const [text, setText] = useState(String(raw ?? ''))
  if (row === undefined || cell === undefined) return null
  const fix = (text: string): void =>
    desk.choose({ what: 'fix', row: rowKey(row, sheet), cell: cellKey(row, cell, sheet), text })
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    fix(text)
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
      <button type="submit" className="button">
        {importWords.fix}
      </button>
    </form>
  )
}

function SkipButton({ desk, finding }: ItemProps) {
  const { row, sheet } = finding.at
  if (row === undefined) return null
  return (
    <button
      type="button"
      className="button"
      aria-label={importWords.skipNamed(row)}
      onClick={() => desk.choose({ what: 'skip', rows: [rowKey(row, sheet)] })}
    >
      {importWords.skip}
    </button>
  )
}

/** One finding: where, why and what to write, and the ways out of it. */
function FindingItem(props: ItemProps) {
  const { desk, session, finding } = props
  const { severity, at } = finding
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
        <bdi>{findingReason(finding)}</bdi>
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
          <FixForm key={`${at.row}:${at.cell}:${finding.facts.raw}`} {...props} />
          <SkipButton {...props} />
        </div>
      )}
    </li>
  )
}

interface ListProps extends PartProps {
  readonly severity: Severity
  readonly findings: readonly Finding[]
  /** All there are, of which `findings` may hold the first. */
  readonly count: number
}

/** The findings of one severity, fifty at a time. */
function FindingList({ severity, findings, count, ...part }: ListProps) {
  const [shown, setShown] = useState(PAGE)
  const id = useId()
  if (count === 0) return null
  const left = findings.length - shown
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{`${severityWords[severity]} ${count}`}</h3>
      <ul className="import-findings" data-list={severity}>
        {findings.slice(0, shown).map((finding, i) => (
          <FindingItem key={`${findingKey(finding)}#${i}`} finding={finding} {...part} />
        ))}
      </ul>
      {left > 0 && (
        <button type="button" className="button" onClick={() => setShown(shown + PAGE)}>
          {importWords.more(Math.min(PAGE, left))}
        </button>
      )}
      {left <= 0 && count > findings.length && (
        <p className="sub">{importWords.notListed(count - findings.length)}</p>
      )}
    </section>
  )
}

/** ✕错误 !提醒 ✓通过, with what they ask for. */
function Counts({ reading }: { readonly reading: ShownReading }) {
  const { blocks, warns } = reading.counts
  return (
    <ul className="import-counts" aria-label={importWords.counts}>
      <li className={blocks > 0 ? 'blocks' : ''}>
        <span aria-hidden="true">✕ </span>
        {`${severityWords.blocks} `}
        <b className="num">{blocks}</b>
        {blocks > 0 && <small>{`（${importWords.mustDo}）`}</small>}
      </li>
      <li className={warns > 0 ? 'warns' : ''}>
        <span aria-hidden="true">! </span>
        {`${severityWords.warns} `}
        <b className="num">{warns}</b>
        {warns > 0 && <small>{`（${importWords.mayGoOn}）`}</small>}
      </li>
      <li className="passed">
        <span aria-hidden="true">✓ </span>
        {`${importWords.passed} `}
        <b className="num">{passedRows(reading)}</b>
      </li>
    </ul>
  )
}

/** What holds for many rows at once. */
function Tools({ desk, session, reading }: PartProps & { readonly reading: ShownReading }) {
  const { blockedRows, unseenRows } = reading
  const skipped = [...session.choices.skipped].sort((a, b) => a - b)
  return (
    <div className="button-row">
      {blockedRows.length > 1 && (
        <button
          type="button"
          className="button"
          onClick={() => desk.choose({ what: 'skip', rows: blockedRows })}
        >
          {importWords.skipAll(blockedRows.length)}
        </button>
      )}
      {unseenRows.length > 0 && (
        <button
          type="button"
          className="button"
          onClick={() => desk.choose({ what: 'skip', rows: unseenRows })}
        >
          {importWords.skipUnseen(unseenRows.length)}
        </button>
      )}
      {skipped.length > 0 && (
        <p>
          {importWords.skipped(skipped.map(rowOfKey))}{' '}
          <button
            type="button"
            className="text-button"
            onClick={() => desk.choose({ what: 'unskip', rows: skipped })}
          >
            {importWords.unskip}
          </button>
        </p>
      )}
    </div>
  )
}

/** ④ Every doubtful cell by row and column: put right here, skipped, or looked at and ticked. */
export function CheckStep({ desk, session }: PartProps) {
  const { reading } = session
  if (!reading || reading.layout === null)
    return <Step place={3} state="waiting" summary={reading ? waitingWords.columns : ''} />
  const { counts } = reading
  const of = (severity: Severity) => reading.findings.filter((finding) => finding.severity === severity)
  const left = warningsLeft(session)
  const isClear = counts.blocks === 0 && left === 0
  const part = { desk, session }
  return (
    <Step
      place={3}
      state={isClear ? 'done' : 'open'}
      summary={counts.blocks + counts.warns === 0 ? importWords.allGood : ''}
    >
      <div role="status">
        <Counts reading={reading} />
      </div>
      <Tools {...part} reading={reading} />
      <FindingList {...part} severity="blocks" findings={of('blocks')} count={counts.blocks} />
      <FindingList {...part} severity="warns" findings={of('warns')} count={counts.warns} />
      {counts.notes > 0 && (
        <details>
          <summary>{importWords.notes(counts.notes)}</summary>
          <FindingList {...part} severity="notes" findings={of('notes')} count={counts.notes} />
        </details>
      )}
    </Step>
  )
}
