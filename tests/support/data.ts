import type { Catalogue, Chapter, Indicator, IndicatorId } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import { readNote } from '#domain/note.ts'
import { parseCell } from '#domain/numbers/parse.ts'
import type { Observation } from '#domain/observation.ts'
import type { KnownQuantity, MissingReason, Quantity } from '#domain/quantity.ts'
import type { Year } from '#domain/year.ts'
import { filesToRead, PACKAGE_FILE, readDataset } from '#importing/dataset.ts'
import { readDataPackage } from '#importing/shapes.ts'
import { readFolder } from './files.ts'

export const asYear = (year: number): Year => year as Year
export const asId = (id: string): IndicatorId => id as IndicatorId

/** A data folder read as the app reads it: the package first, then the files it names. */
export function readDataFolder(folder: string) {
  const files = readFolder(folder)
  const dataPackage = readDataPackage(PACKAGE_FILE, files.get(PACKAGE_FILE) ?? new Uint8Array())
  if (!dataPackage.ok) return dataPackage
  const wanted = filesToRead(dataPackage.value)
  return readDataset(dataPackage.value, new Map([...files].filter(([path]) => wanted.includes(path))))
}

/** Errors: throws when the folder cannot be read; a folder of ours must be readable. */
function datasetOf(folder: string): Dataset {
  const result = readDataFolder(folder)
  if (!result.ok) throw new Error(JSON.stringify(result.findings))
  return result.value
}

export const SHIPPED = 'data'
export const THREE_YEARS = 'tests/fixtures/three-years'
export const TEN_YEARS = 'tests/fixtures/ten-years'
export const MADE_UP = 'tests/fixtures/made-up-county'

export const shippedDataset = (): Dataset => datasetOf(SHIPPED)
export const threeYearDataset = (): Dataset => datasetOf(THREE_YEARS)
export const tenYearDataset = (): Dataset => datasetOf(TEN_YEARS)
export const madeUpDataset = (): Dataset => datasetOf(MADE_UP)

/** The indicator of that id; throws where a test misspells it. */
export function indicatorIn(dataset: Dataset, id: string): Indicator {
  const found = dataset.catalogue.indicators.find((indicator) => indicator.id === id)
  if (!found) throw new Error(`no indicator ${id}`)
  return found
}

/** A count of 件 in chapter 1 that nobody judges, unless the test says otherwise. */
export const anIndicator = ({
  id = 'cases',
  ...rest
}: Partial<Omit<Indicator, 'id'>> & { readonly id?: string } = {}): Indicator => ({
  id: asId(id),
  formerIds: [],
  name: `名称${id}`,
  short: `简称${id}`,
  aliases: [],
  chapter: 1,
  section: null,
  unit: '件',
  kind: 'count',
  nature: 'flow',
  direction: '中',
  denominator: null,
  definition: '',
  caution: null,
  since: 2000,
  ...rest,
})

export const aChapter = (number: number, rest: Partial<Chapter> = {}): Chapter => ({
  number,
  glyph: '序一二三四五'[number] ?? '章',
  short: `第${number}章`,
  title: `第${number}章的标题`,
  plan: false,
  sections: [],
  ...rest,
})

/** A catalogue with a chapter for each chapter its indicators name. */
export const aCatalogue = (rest: Partial<Catalogue> = {}): Catalogue => {
  const indicators = rest.indicators ?? [anIndicator()]
  return {
    title: '示例指标',
    seal: '例',
    chapters: [...new Set(indicators.map((i) => i.chapter))].sort().map((number) => aChapter(number)),
    panels: [],
    headlines: [],
    ...rest,
    indicators,
  }
}

export const aMissing = (why: MissingReason): Quantity => ({ kind: 'missing', why })

/** A figure as a cell prints it: `aKnown('40余')`, `aKnown('第二')`. Unit: that of the indicator. */
export function aKnown(literal: string): KnownQuantity {
  const reading = parseCell(literal)
  if (reading.kind !== 'known') throw new Error(`${literal} is no figure`)
  return { kind: 'known', bound: reading.bound, value: reading.value, literal, unit: reading.unit }
}

/** A cell's words for a missing figure, or the figure as printed. */
function toQuantity(cell: string): Quantity {
  if (cell === '未公布') return aMissing('not-published')
  return cell === '不适用' ? aMissing('not-applicable') : aKnown(cell)
}

/** Id → year → cell as in a year's file. */
type Figures = Readonly<Record<string, Readonly<Record<number, string>>>>

interface DatasetParts extends Partial<Omit<Dataset, 'observations' | 'years' | 'catalogue'>> {
  readonly catalogue?: Catalogue
  readonly indicators?: readonly Indicator[]
  readonly figures?: Figures
  /** Years entered; those of `figures` unless named. */
  readonly years?: readonly number[]
  /** What an observation says beside its figure, by id. */
  readonly details?: Readonly<Record<string, Partial<Observation>>>
}

function toObservations(figures: Figures, details: DatasetParts['details'] = {}): Dataset['observations'] {
  return new Map(
    Object.entries(figures).map(([id, years]) => [
      asId(id),
      new Map(
        Object.entries(years).map(([year, cell], i): [Year, Observation] => [
          asYear(Number(year)),
          {
            indicator: asId(id),
            year: asYear(Number(year)),
            quantity: toQuantity(cell),
            value: cell,
            unit: '',
            status: '',
            doubtful: false,
            quote: '',
            note: details[id]?.note ?? '',
            ...readNote(details[id]?.note ?? ''),
            source: { file: `years/${year}.csv`, row: i + 2 },
            ...details[id],
          },
        ]),
      ),
    ]),
  )
}

/** A dataset that holds just these figures; an id without an indicator of its own gets a plain one. */
export function aDataset({ indicators, figures = {}, years, details, ...rest }: DatasetParts = {}): Dataset {
  const own = indicators ?? Object.keys(figures).map((id) => anIndicator({ id }))
  const entered = years ?? Object.values(figures).flatMap((cells) => Object.keys(cells).map(Number))
  return {
    catalogue: aCatalogue({ indicators: own }),
    years: [...new Set(entered)].sort((a, b) => a - b).map(asYear),
    openYears: [],
    observations: toObservations(figures, details),
    reports: new Map(),
    plans: new Map(),
    sources: new Map(),
    fingerprint: '0000000000000000',
    example: false,
    ...rest,
  }
}
