import type { IndicatorId } from '#domain/catalogue.ts'
import type { Look } from './look.ts'

/** One drawn element of an ECharts custom series. */
export interface Mark {
  readonly type: 'rect' | 'text' | 'polygon' | 'polyline' | 'line' | 'path' | 'circle'
  readonly shape?: Readonly<Record<string, unknown>>
  readonly style: Readonly<Record<string, unknown>>
  readonly silent?: boolean
}

/** What a mark stands for; the tooltip and a click start from it. */
export interface Datum {
  readonly indicator: IndicatorId
  readonly year: number
}

/** Marks that belong together, with what they stand for. */
export interface MarkGroup {
  readonly marks: readonly Mark[]
  readonly datum: Datum | null
}

/** Braces and bars steer ECharts' rich text; names come from files. */
export const plainText = (text: string): string =>
  text.replace(/[{}|]/g, (c) => ({ '{': '｛', '}': '｝', '|': '｜' })[c] ?? c)

/** Unit: px. A character of Chinese is one em, Latin and digits a little over half. */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const char of text) ems += char.charCodeAt(0) < 0x2e80 ? 0.56 : 1
  return ems * size
}

export const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  style: Mark['style'],
  radius = 0,
): Mark => ({ type: 'rect', shape: { x, y, width, height, r: radius }, style })

export const line = (x1: number, y1: number, x2: number, y2: number, style: Mark['style']): Mark => ({
  type: 'line',
  shape: { x1, y1, x2, y2 },
  style,
})

export interface TextStyle {
  readonly size: number
  readonly fill: string
  readonly font: string
  readonly weight?: number
  readonly align?: 'left' | 'center' | 'right'
  readonly vertical?: 'top' | 'middle' | 'bottom'
}

export const text = (x: number, y: number, words: string, style: TextStyle): Mark => ({
  type: 'text',
  style: {
    x,
    y,
    text: plainText(words),
    fill: style.fill,
    fontSize: style.size,
    fontFamily: style.font,
    fontWeight: style.weight ?? 400,
    align: style.align ?? 'left',
    verticalAlign: style.vertical ?? 'middle',
  },
  silent: true,
})

/** A number with its smaller unit beside it, starting at x. */
export function figure(
  x: number,
  y: number,
  number: string,
  unit: string,
  look: Look,
  size: number,
): readonly Mark[] {
  const unitSize = look.px(15)
  const marks = [text(x, y, number, { size, fill: look.ink, font: look.fontNumber, weight: 600 })]
  if (unit === '') return marks
  const gap = unit === '%' ? 1 : 4
  marks.push(
    text(x + numberWidth(number, size) + gap, y + size * 0.06, unit, {
      size: unitSize,
      fill: look.ink2,
      font: look.fontUi,
    }),
  )
  return marks
}

/** Unit: px. Digits of the number font are all 0.513 em wide; `.` and `,` half of that. */
export function numberWidth(number: string, size: number): number {
  let ems = 0
  for (const char of number) ems += /[.,]/.test(char) ? 0.26 : char.charCodeAt(0) < 0x2e80 ? 0.513 : 1
  return ems * size
}

/** An empty slot: dashed outline, off the scale. */
export const dashedBox = (x: number, y: number, width: number, height: number, look: Look): Mark =>
  rect(x + 0.75, y + 0.75, width - 1.5, height - 1.5, {
    fill: 'none',
    stroke: look.lineStrong,
    lineWidth: 1.4,
    lineDash: [4, 4],
  })

/** A figure the report does not give: solid outline with diagonal lines, told from a dashed box without colour. */
export function hatchedBox(x: number, y: number, width: number, height: number, look: Look): readonly Mark[] {
  const stroke = { stroke: look.lineStrong, lineWidth: 1 }
  const lines: Mark[] = []
  for (let offset = -height + 6; offset < width; offset += 7) {
    const from = Math.max(0, offset)
    const to = Math.min(width, offset + height)
    if (to > from)
      lines.push(line(x + from, y + height - (from - offset), x + to, y + height - (to - offset), stroke))
  }
  const frame = { fill: 'none', stroke: look.lineStrong, lineWidth: 1.2 }
  return [...lines, rect(x + 0.6, y + 0.6, width - 1.2, height - 1.2, frame)]
}

/** An ECharts custom series without axes: every group where its marks say. */
export const sceneSeries = (groups: readonly MarkGroup[]): Record<string, unknown> => ({
  type: 'custom',
  coordinateSystem: 'none',
  data: groups.map(({ datum }, i) => ({ value: [i], ...datum })),
  renderItem: ({ dataIndex }: { dataIndex: number }) => ({
    type: 'group',
    children: groups[dataIndex]?.marks ?? [],
    // Under the pointer ECharts would lighten the colour; it cannot read ours and would draw nothing.
    emphasisDisabled: true,
  }),
})

/** Settings every chart shares: nothing moves, nothing is added by ECharts on its own. */
export const baseOption = (look: Look): Record<string, unknown> => ({
  animation: false,
  backgroundColor: 'transparent',
  textStyle: { fontFamily: look.fontUi, color: look.ink },
})
