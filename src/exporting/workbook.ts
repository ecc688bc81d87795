import { indicatorsOf } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import { FIGURE_COLUMNS, type FigureColumn } from '#domain/figureColumns.ts'
import type { Year } from '#domain/year.ts'
import { marked, type Row, rowsOf } from './figureRows.ts'
import { type TemplateWords, templateRows } from './template.ts'
import type { SheetPlan } from './xlsx.ts'

export interface WorkbookWords extends TemplateWords {
  readonly sources: {
    readonly sheet: string
    readonly head: readonly [year: string, title: string, issuer: string, date: string, reference: string]
    /** Lines under the list of reports. */
    readonly notes: (dataset: Dataset, now: Date) => readonly string[]
  }
  readonly template: {
    readonly sheet: (year: Year) => string
    readonly guide: string
    /** What may be written, row by row. */
    readonly guideRows: readonly Row[]
  }
}

const WIDTHS: Readonly<Record<FigureColumn, number>> = {
  年度: 8,
  章节: 6,
  分节: 6,
  指标编号: 30,
  指标: 36,
  数值: 12,
  单位: 8,
  状态: 10,
  原句: 56,
  备注: 40,
}

const VALUE_PLACE = FIGURE_COLUMNS.indexOf('数值')
const FIGURE_WIDTHS = FIGURE_COLUMNS.map((column) => WIDTHS[column])
const NUMBERS = [FIGURE_COLUMNS.indexOf('年度'), VALUE_PLACE]

const headPlace = (rows: readonly Row[]): number => rows.findIndex((row) => row.length > 1)

function sourcesSheet(dataset: Dataset, now: Date, { sources, exampleNote }: WorkbookWords): SheetPlan {
  const reports = [...dataset.sources.values()].sort((a, b) => a.year - b.year)
  const list: readonly Row[] = [
    sources.head,
    ...reports.map(({ year, title, issuer, date, reference }) => [
      String(year),
      title,
      issuer,
      date,
      reference,
    ]),
  ]
  const notes = sources.notes(dataset, now).map((line): Row => [line])
  const rows = marked(dataset, exampleNote, [...list, [''], ...notes])
  return { name: sources.sheet, rows, head: null, widths: [8, 48, 24, 14, 36], numbers: [0] }
}

/**
 * All figures as a workbook: a sheet a chapter, oldest year first, and one that names the reports.
 * Shape: each sheet of figures has the header of the contract; a chapter without a figure has no sheet.
 */
export function figureSheets(dataset: Dataset, now: Date, words: WorkbookWords): readonly SheetPlan[] {
  const chapters = dataset.catalogue.chapters.flatMap((chapter): readonly SheetPlan[] => {
    const indicators = indicatorsOf(dataset.catalogue, chapter.number)
    const figures = dataset.years.flatMap((year) => rowsOf(dataset, indicators, year))
    if (figures.length === 0) return []
    const rows = marked(dataset, words.exampleNote, [FIGURE_COLUMNS, ...figures])
    const name = `${chapter.glyph} ${chapter.short}`
    return [{ name, rows, head: headPlace(rows), widths: FIGURE_WIDTHS, numbers: NUMBERS }]
  })
  return [...chapters, sourcesSheet(dataset, now, words)]
}

/** The table to fill in for a year, and a sheet that says what a cell may hold. */
export function templateSheets(dataset: Dataset, year: Year, words: WorkbookWords): readonly SheetPlan[] {
  const rows = templateRows(dataset, year, words)
  const widths = [...FIGURE_WIDTHS.slice(0, VALUE_PLACE), 14, ...FIGURE_WIDTHS.slice(VALUE_PLACE)]
  const { sheet, guide, guideRows } = words.template
  return [
    {
      name: sheet(year),
      rows,
      head: headPlace(rows),
      widths,
      numbers: [FIGURE_COLUMNS.indexOf('年度')],
      typedInto: VALUE_PLACE + 1,
      offers: { column: FIGURE_COLUMNS.indexOf('状态') + 1, words: ['未公布', '不适用', '待核'] },
    },
    { name: guide, rows: guideRows, head: null, widths: [40, 60], numbers: [] },
  ]
}
