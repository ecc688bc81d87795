import type { ChartOption } from '#charts/engine.ts'
import { type ChartFrame, type Span, toFrame } from '#charts/frame.ts'
import type { EChartsKind } from '#charts/kinds/kind.ts'
import { screenLook } from '#charts/look.ts'
import type { Mark } from '#charts/scene.ts'
import type { ChartKind, PanelPart } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import { chartWords } from '#ui/words.ts'
import { asId, asYear } from './data.ts'

/** The page's look; fonts by name only, since ECharts writes a quoted family into an attribute unescaped. */
export const look = { ...screenLook(1), fontUi: 'sans-serif', fontNumber: 'sans-serif' }

interface FrameParts {
  readonly kind?: ChartKind
  readonly labels?: readonly string[]
  readonly subs?: readonly string[]
  readonly span?: Span
}

/** A frame of these indicators in one year looked at. */
export const aFrame = (
  dataset: Dataset,
  ids: readonly string[],
  year: number,
  parts: FrameParts = {},
): ChartFrame =>
  toFrame(
    dataset,
    {
      kind: parts.kind ?? 'slot-card',
      indicators: ids.map(asId),
      labels: parts.labels ?? [],
      subs: parts.subs ?? [],
    },
    asYear(year),
    parts.span,
  )

/** The first part of that kind in a dataset's panels. */
export function partOf(dataset: Dataset, panelId: string, kind: ChartKind): PanelPart {
  const panel = dataset.catalogue.panels.find((p) => p.id === panelId)
  const part = panel?.parts.find((p) => p.kind === kind)
  if (!part) throw new Error(`no part ${kind} in panel ${panelId}`)
  return part
}

/** The option of a kind at a width, at the height the kind asks for. Unit: px. */
export const optionOf = (kind: EChartsKind, frame: ChartFrame, width = 600): ChartOption =>
  kind.option(frame, look, chartWords, { width, height: kind.height(frame, look, width) })

/** A series as the tests look at it. */
export interface Series {
  readonly type: string
  readonly data: readonly unknown[]
  readonly coordinateSystem?: string
  readonly renderItem?: (at: { dataIndex: number }) => { children: readonly Mark[] } | null
}

export const seriesOf = (option: ChartOption): readonly Series[] => option.series as Series[]

const seriesOfType = (option: ChartOption, type: string): readonly Series[] =>
  seriesOf(option).filter((series) => series.type === type)

/** What a custom series draws, one list of marks for each datum. */
export const marksOf = (series: Series | undefined): readonly (readonly Mark[])[] =>
  (series?.data ?? []).map((_, dataIndex) => series?.renderItem?.({ dataIndex })?.children ?? [])

/** Marks of every custom series of the option, without the grouping. */
export const allMarks = (option: ChartOption): readonly Mark[] =>
  seriesOfType(option, 'custom').flatMap((series) => marksOf(series).flat())

/** Marks that stand for one figure; the tooltip over them and a click on them speak of it. */
export const marksFor = (option: ChartOption, indicator: string, year: number): readonly Mark[] =>
  seriesOfType(option, 'custom').flatMap((series) => {
    const isMeant = (datum: unknown) => {
      const meant = datum as { readonly indicator?: string; readonly year?: number }
      return meant.indicator === indicator && meant.year === year
    }
    return marksOf(series)
      .filter((_, i) => isMeant(series.data[i]))
      .flat()
  })

/** Words that marks print, in the order of drawing. */
export const textsOf = (marks: readonly Mark[]): readonly string[] =>
  marks.flatMap((mark) => (mark.type === 'text' ? [String(mark.style.text)] : []))

/** A bar's or box's place and size. Unit: px. */
interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The squares one path draws, each as `M x y h v h z`. */
const squaresOf = (mark: Mark): readonly Box[] =>
  [...String(mark.shape?.pathData).matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)h-\3z/g)].map((match) => {
    const [x = 0, y = 0, width = 0, height = 0] = match.slice(1).map(Number)
    return { x, y, width, height }
  })

export const boxesOf = (marks: readonly Mark[], where: (style: Mark['style']) => boolean): readonly Box[] =>
  marks.flatMap((mark) => {
    if (!where(mark.style)) return []
    if (mark.type === 'path') return squaresOf(mark)
    return mark.type === 'rect' ? [mark.shape as unknown as Box] : []
  })

export const isDashed = (style: Mark['style']): boolean => Array.isArray(style.lineDash)
export const isFilled = (style: Mark['style']): boolean => style.fill !== 'none'

/** The saw-tooth of a lower bound. */
export const teethOf = (marks: readonly Mark[]): readonly Mark[] =>
  marks.filter((mark) => mark.type === 'polyline')

/** Diagonal lines of a hatched box. */
export const hatchOf = (marks: readonly Mark[]): readonly Mark[] =>
  marks.filter((mark) => mark.type === 'line')

/** Corners of a polygon or polyline. Unit: px. */
export const cornersOf = (mark: Mark | undefined): readonly (readonly [number, number])[] =>
  (mark?.shape?.points ?? []) as [number, number][]
