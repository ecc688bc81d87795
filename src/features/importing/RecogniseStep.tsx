import { useId } from 'react'
import type { Dataset } from '#domain/dataset.ts'
import type { Finding } from '#domain/finding.ts'
import { parseYear, type Year } from '#domain/year.ts'
import type { UploadChoices } from '#importing/upload/reading.ts'
import { findingReason } from '#ui/findingWords.ts'
import {
  delimiterWords,
  encodingWords,
  formatWords,
  importWords,
  layoutWords,
  placeWords,
  waitingWords,
  yearFromWords,
} from '#ui/importWords.ts'
import { yearWord } from '#ui/words.ts'
import type { Desk } from './desk.ts'
import { fileFaults } from './progress.ts'
import { Step } from './Step.tsx'
import type { ImportSession } from './session.ts'
import type { ShownReading } from './shown.ts'

const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5'] as const
/** Columns of the sample beyond which nobody reads. */
const MOST_COLUMNS = 30
/** Years back and ahead of what is entered that a table without a year may be of. */
const AROUND = { back: 10, ahead: 2 }

interface PartProps {
  readonly desk: Desk
  readonly reading: ShownReading
  readonly choices: UploadChoices
}

interface PickProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, text: string])[]
  readonly hint?: string
  readonly isInvalid?: boolean
  readonly onPick: (value: string) => void
}

/** A labelled list to pick from. */
function Pick({ label, value, options, hint = '', isInvalid = false, onPick }: PickProps) {
  const id = useId()
  return (
    <div className="tool import-pick">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-invalid={isInvalid}
        aria-describedby={hint === '' ? undefined : `${id}-hint`}
        onChange={({ currentTarget }) => onPick(currentTarget.value)}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
      {hint !== '' && (
        <p id={`${id}-hint`} className={isInvalid ? 'entry-fault' : 'sub'}>
          {hint}
        </p>
      )}
    </div>
  )
}

const AUTO = ''

function EncodingPick({ desk, reading, choices }: PartProps) {
  if (reading.format !== 'text') return null
  const found = choices.encoding === null && reading.encoding ? encodingWords[reading.encoding] : ''
  return (
    <Pick
      label={importWords.encoding}
      value={choices.encoding ?? AUTO}
      options={[
        [AUTO, importWords.auto(found ?? '')],
        ...ENCODINGS.map((encoding) => [encoding, encodingWords[encoding] ?? encoding] as const),
      ]}
      onPick={(value) =>
        desk.choose({ what: 'encoding', to: ENCODINGS.find((encoding) => encoding === value) ?? null })
      }
    />
  )
}

/** Left alone, all sheets with the same head are read; the notes name them. */
function SheetPick({ desk, reading, choices }: PartProps) {
  if (reading.sheets.length < 2) return null
  const first = reading.sheets[reading.sheet ?? 0]
  const found = choices.sheet === null ? (first?.name ?? '') : ''
  return (
    <Pick
      label={importWords.sheet}
      value={choices.sheet === null ? AUTO : String(choices.sheet)}
      options={[
        [AUTO, importWords.auto(found)],
        ...reading.sheets.map(
          ({ name, rows, hidden }, place) =>
            [String(place), importWords.sheetOption(name, rows, hidden)] as const,
        ),
      ]}
      onPick={(value) => desk.choose({ what: 'sheet', to: value === AUTO ? null : Number(value) })}
    />
  )
}

function LayoutPick({ desk, reading, choices }: PartProps) {
  const layouts = Object.keys(layoutWords) as (keyof typeof layoutWords)[]
  const found = choices.layout === null && reading.layout ? layoutWords[reading.layout] : ''
  return (
    <Pick
      label={importWords.layout}
      value={choices.layout ?? AUTO}
      options={[
        [AUTO, importWords.auto(found)],
        ...layouts.map((layout) => [layout, layoutWords[layout]] as const),
      ]}
      onPick={(value) =>
        desk.choose({ what: 'layout', to: layouts.find((layout) => layout === value) ?? null })
      }
    />
  )
}

function HeaderPick({ desk, reading, choices }: PartProps) {
  const rows = reading.sample.map(({ number }) => number)
  const { headerRow } = reading
  const found = headerRow === null ? importWords.noHeader : importWords.headerRow(headerRow)
  if (headerRow !== null && !rows.includes(headerRow)) rows.push(headerRow)
  return (
    <Pick
      label={importWords.header}
      value={choices.headerRow === null ? AUTO : String(choices.headerRow)}
      options={[
        [AUTO, importWords.auto(choices.headerRow === null ? found : '')],
        ...rows.map((row) => [String(row), importWords.headerRow(row)] as const),
      ]}
      onPick={(value) => desk.choose({ what: 'header', to: value === AUTO ? null : Number(value) })}
    />
  )
}

/** Years a table may be of, newest first. */
function yearsAround({ years }: Dataset): readonly Year[] {
  const [first, last] = [years[0], years[years.length - 1]]
  if (first === undefined || last === undefined) return []
  const count = last + AROUND.ahead - (first - AROUND.back) + 1
  return Array.from({ length: count }, (_, i) => (last + AROUND.ahead - i) as Year)
}

function YearPick({ desk, reading, choices, dataset }: PartProps & { readonly dataset: Dataset }) {
  if (reading.layout === null) return null
  const isMissing = reading.yearFrom === null && reading.years.length === 0
  if (reading.yearFrom === 'column' || (reading.yearFrom === 'head' && choices.year === null))
    return (
      <p className="import-pick import-said">
        <span>{importWords.year}</span>
        <b>{importWords.yearsOf(reading.years)}</b>
        <small>{yearFromWords[reading.yearFrom]}</small>
      </p>
    )
  const found = choices.year === null ? importWords.yearsOf(reading.years) : ''
  return (
    <Pick
      label={importWords.year}
      value={choices.year === null ? AUTO : String(choices.year)}
      options={[
        [AUTO, isMissing ? importWords.year : importWords.auto(found)],
        ...yearsAround(dataset).map((year) => [String(year), yearWord(year)] as const),
      ]}
      hint={isMissing ? importWords.yearMissing : reading.yearFrom ? yearFromWords[reading.yearFrom] : ''}
      isInvalid={isMissing}
      onPick={(value) => desk.choose({ what: 'year', to: parseYear(value) })}
    />
  )
}

/** The first rows as they stand in the file: the proof that it was read rightly. */
function Sample({ reading }: Pick<PartProps, 'reading'>) {
  const width = Math.max(0, ...reading.sample.map(({ cells }) => cells.length))
  const columns = Array.from({ length: Math.min(width, MOST_COLUMNS) }, (_, place) => place)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keyboard */}
      <section className="scroll-x import-scroll" tabIndex={0} aria-label={importWords.sample}>
        <table className="import-sample">
          <caption className="visually-hidden">{importWords.sample}</caption>
          <tbody>
            {reading.sample.map(({ number, cells }) => (
              <tr key={number} className={number === reading.headerRow ? 'header-row' : undefined}>
                <th scope="row">
                  <span className="num">{number}</span>
                  {number === reading.headerRow && <small>{importWords.isHeader}</small>}
                </th>
                {columns.map((place) => (
                  <td key={place}>
                    <bdi>{cells[place] ?? ''}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {width > MOST_COLUMNS && <p className="sub">{importWords.columnsCut(MOST_COLUMNS, width)}</p>}
    </>
  )
}

const isGarbled = ({ sample }: ShownReading): boolean =>
  sample.some(({ cells }) => cells.some((cell) => /锟斤拷|�/.test(cell)))

/** Place and reason; of a fault of the whole file the place goes without saying. */
const faultWords = ({ code, at, facts }: Finding): string => {
  const isPlaced = at.row !== undefined || at.column !== undefined
  return `${isPlaced ? `${placeWords(at.row, at.column)}：` : ''}${findingReason({ code, facts })}`
}

/** What the file is, in one line. */
function summaryOf({ format, encoding, delimiter, layout }: ShownReading): string {
  const kind =
    format === 'text'
      ? [encoding && encodingWords[encoding], delimiter && delimiterWords[delimiter]]
      : [formatWords[format]]
  return [...kind, layout && layoutWords[layout]].filter(Boolean).join(' · ')
}

interface StepProps {
  readonly desk: Desk
  readonly session: ImportSession
  readonly dataset: Dataset
}

/** ② What the file was taken for, with its first rows as proof, and every way to say otherwise. */
export function RecogniseStep({ desk, session, dataset }: StepProps) {
  const { reading, choices } = session
  if (!reading) return <Step place={1} state="waiting" summary={waitingWords.file} />
  const part = { desk, reading, choices }
  const whole = fileFaults(reading)
  const hasCells = reading.sheets.length > 0
  return (
    <Step place={1} state={whole.length > 0 ? 'open' : 'done'} summary={summaryOf(reading)}>
      {whole.length > 0 && (
        <div className="import-failure" role="alert">
          <p>{importWords.cannot}</p>
          <ul>
            {whole.map((finding, i) => (
              <li key={i}>
                <bdi>{faultWords(finding)}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="table-tools">
        <EncodingPick {...part} />
        {hasCells && (
          <>
            <SheetPick {...part} />
            <LayoutPick {...part} />
            <HeaderPick {...part} />
            <YearPick {...part} dataset={dataset} />
          </>
        )}
      </div>
      {reading.sample.length > 0 && (
        <>
          {reading.format === 'text' && (
            <p className={isGarbled(reading) ? 'import-garbled' : 'sub'}>
              {isGarbled(reading)
                ? importWords.garbled
                : importWords.encodingHint(encodingWords[reading.encoding ?? ''] ?? '')}
            </p>
          )}
          <Sample reading={reading} />
        </>
      )}
    </Step>
  )
}
