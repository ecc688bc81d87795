import { findIndicator, type Indicator } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import type { FigureEntry, Observation } from '#domain/observation.ts'
import { checkEntry } from '#importing/entry.ts'
import type { ColumnRole, FigureColumn, UploadReading } from '#importing/upload/reading.ts'
import { asYear } from './data.ts'
import { anEntry } from './log.ts'

/** A row of a file: the id, the year, the cell or cells. */
export type FileRow = readonly [id: string, year: number, cells: string | Partial<FigureEntry>]

interface ReadingParts extends Partial<UploadReading> {
  /** Fields the file has; the four it cannot do without unless named. */
  readonly fields?: readonly FigureColumn[]
}

function toObservation(indicators: readonly Indicator[], [id, at, cells]: FileRow, i: number): Observation {
  const indicator = indicators.find((candidate) => candidate.id === id)
  const entry = typeof cells === 'string' ? anEntry(cells) : anEntry(cells.value ?? '', cells)
  const { observation } = indicator ? checkEntry(indicator, asYear(at), entry) : { observation: null }
  if (!observation) throw new Error(`row ${i + 2} says nothing: ${id} ${at}`)
  return { ...observation, source: { file: '2024.csv', row: i + 2 } }
}

/** A file of these rows as it is read against a dataset; throws for a row the reader would not take. */
export function aReading(
  dataset: Dataset,
  rows: readonly FileRow[],
  parts: ReadingParts = {},
): UploadReading {
  const { fields = ['年度', '指标编号', '数值', '单位'], ...rest } = parts
  const added = rest.added ?? []
  const known = rows.flatMap(([id]) => findIndicator(dataset.catalogue, id) ?? [])
  const observations = rows.map((row, i) => {
    const under = findIndicator(dataset.catalogue, row[0])?.id ?? row[0]
    return toObservation([...known, ...added], [under, row[1], row[2]], i)
  })
  return {
    file: '2024.csv',
    format: 'text',
    encoding: 'gb18030',
    delimiter: ',',
    sheets: [{ name: '', rows: rows.length + 1, hidden: false }],
    sheet: 0,
    sample: [],
    layout: 'long',
    headerRow: 1,
    columns: fields.map((field, place) => ({
      place,
      label: field,
      role: { is: 'field', field } satisfies ColumnRole,
      by: 'word' as const,
    })),
    years: [...new Set(observations.map(({ year }) => year))].sort((a, b) => a - b),
    yearFrom: 'column',
    unknown: [],
    rowCount: rows.length,
    findings: [],
    verdict: 'accepted',
    ...rest,
    added,
    observations,
  }
}
