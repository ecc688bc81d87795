import { useId, useState } from 'react'
import type { Severity } from '#domain/finding.ts'
import { rowOfKey } from '#importing/upload/reading.ts'
import { download } from '#ui/download.ts'
import { importWords, severityWords, waitingWords } from '#ui/importWords.ts'
import type { Desk } from './desk.ts'
import { FindingItem } from './FindingItem.tsx'
import { findingKey, passedRows, warningsLeft } from './progress.ts'
import { Step } from './Step.tsx'
import type { ImportSession } from './session.ts'
import type { ShownFinding, ShownReading } from './shown.ts'

/** Findings drawn at a time. */
const PAGE = 50

interface PartProps {
  readonly desk: Desk
  readonly session: ImportSession
}

interface ListProps extends PartProps {
  readonly severity: Severity
  readonly findings: readonly ShownFinding[]
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

/** What was skipped and put right so far, and the way back. */
function Done({ desk, session, reading }: PartProps & { readonly reading: ShownReading }) {
  const skipped = [...session.choices.skipped].sort((a, b) => a - b)
  const { fixed } = reading
  return (
    <>
      {skipped.length > 0 && (
        <p className="sub">
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
      {fixed.length > 0 && (
        <details>
          <summary>{importWords.fixed(fixed.length)}</summary>
          <ul className="import-fixed" data-list="fixed">
            {fixed.slice(0, 200).map(({ key, row, column, place, before, after }) => (
              <li key={key}>
                <span>
                  {importWords.rowPlace(row)} ·{' '}
                  <bdi>{importWords.columnPlace(column || importWords.columnName(place))}</bdi>{' '}
                  <bdi>{`“${before}”`}</bdi> → <bdi>{`“${after}”`}</bdi>
                </span>
                <button
                  type="button"
                  className="text-button"
                  aria-label={importWords.unfixNamed(row)}
                  onClick={() => desk.choose({ what: 'unfix', cells: [key] })}
                >
                  {importWords.unfix}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** The whole list of problems as a file, for whoever keeps the spreadsheet. */
function ExportFindings({ desk, reading }: Pick<PartProps, 'desk'> & { readonly reading: ShownReading }) {
  if (reading.findings.length === 0) return null
  const save = (bytes: Uint8Array): void =>
    void download(bytes, importWords.findingsName(reading.file), 'text/csv')
  return (
    <button type="button" className="button" onClick={() => desk.listFindings(save)}>
      {importWords.exportFindings}
    </button>
  )
}

/** What holds for many rows at once. */
function Tools({ desk, session, reading }: PartProps & { readonly reading: ShownReading }) {
  const { blockedRows, unseenRows } = reading
  const skip = (rows: readonly number[]) => (): void => desk.choose({ what: 'skip', rows })
  return (
    <>
      <div className="button-row">
        {blockedRows.length > 1 && (
          <button type="button" className="button" onClick={skip(blockedRows)}>
            {importWords.skipAll(blockedRows.length)}
          </button>
        )}
        {unseenRows.length > 0 && (
          <button type="button" className="button" onClick={skip(unseenRows)}>
            {importWords.skipUnseen(unseenRows.length)}
          </button>
        )}
        <ExportFindings desk={desk} reading={reading} />
      </div>
      <Done {...{ desk, session, reading }} />
    </>
  )
}

/** ④ Every doubtful cell by row and column: put right here, skipped, or looked at and ticked. */
export function CheckStep({ desk, session }: PartProps) {
  const { reading } = session
  if (!reading || reading.layout === null)
    return <Step place={3} state="waiting" summary={waitingWords.columns} />
  const { counts } = reading
  const of = (severity: Severity) => reading.findings.filter((finding) => finding.severity === severity)
  const isClear = counts.blocks === 0 && warningsLeft(session) === 0
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
