/** What is found of how a table lies in its file. */
export type TableFindingCode =
  | 'path-unread'
  | 'table-of-plans'
  | 'columns-ignored'
  | 'columns-shared'
  | 'ids-foreign'
  | 'figures-absent'
  | 'year-absent'
  | 'year-from-around'
  | 'year-disagrees'
  | 'year-missing'
  | 'year-filled'
  | 'year-between'
  | 'year-far'
  | 'heads-differ'
  | 'title-months'
  | 'rows-sums'
  | 'rows-lines'
  | 'rows-left-out'
  | 'row-longer'
  | 'number-torn'
  | 'row-conflict'
  | 'row-repeated'
  | 'value-elsewhere'
  | 'value-merged'
  | 'sheets-joined'
  | 'sheets-unread'
  | 'sheets-hidden'

/** Everything the checks can find; `ui/words.ts` holds one sentence for each. */
export type FindingCode =
  | TableFindingCode
  | 'program-fault'
  | 'file-missing'
  | 'file-slow'
  | 'file-is-html'
  | 'file-empty'
  | 'file-not-text'
  | 'file-too-large'
  | 'file-other-kind'
  | 'file-locked'
  | 'file-damaged'
  | 'file-unpacks-too-far'
  | 'file-cut-off'
  | 'encoding-misfit'
  | 'encoding-mixed'
  | 'encoding-mark-wrong'
  | 'rows-too-many'
  | 'cells-too-many'
  | 'text-destroyed'
  | 'json-broken'
  | 'json-shape'
  | 'csv-quotes'
  | 'csv-rows-in-cell'
  | 'formula-without-value'
  | 'formula-rounded'
  | 'header-missing'
  | 'column-missing'
  | 'column-twice'
  | 'row-length'
  | 'year-unreadable'
  | 'year-elsewhere'
  | 'indicator-unknown'
  | 'indicator-mismatch'
  | 'indicator-missing'
  | 'value-unreadable'
  | 'value-and-status'
  | 'value-out-of-range'
  | 'status-unknown'
  | 'unit-unlike'
  | 'unit-converted'
  | 'row-duplicate'
  | 'zero-or-unpublished'
  | 'quote-not-in-report'
  | 'literal-not-in-quote'
  | 'value-slipped'
  | 'value-jump'
  | 'value-to-zero'
  | 'place-expected'
  | 'place-unexpected'
  | 'rate-as-fraction'
  | 'count-not-whole'
  | 'read-as-not-published'
  | 'part-exceeds-whole'
  | 'rate-unlike-base'
  | 'copy-of-year'

/** `blocks`: the row or file cannot be taken; `warns`: a person must look; `notes`: worth knowing. */
export type Severity = 'blocks' | 'warns' | 'notes'

/** Where a finding is. Unit: `row` counts as WPS does, the first line of the file is 1. */
interface Place {
  readonly file: string
  readonly row?: number
  /** The words of the column's head, as in the file. */
  readonly column?: string
  /** Where the cell can be put right: its place in the row, from 0. */
  readonly cell?: number
  /** Place of the sheet, from 0, where several of a workbook are read together. */
  readonly sheet?: number
}

export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  readonly at: Place
  /** What the sentence needs, raw text included. */
  readonly facts: Readonly<Record<string, string | number>>
}

export const blocks = (findings: readonly Finding[]): boolean => findings.some((f) => f.severity === 'blocks')
