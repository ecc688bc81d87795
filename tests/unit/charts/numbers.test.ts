import { describe, expect, it } from 'vitest'
import { type ChartFrame, toFrame } from '#charts/frame.ts'
import { kinds, kindsFor } from '#charts/kinds/index.ts'
import { axisOf } from '#charts/kinds/lineAxis.ts'
import { type ChartKind, findIndicator, type PanelPart } from '#domain/catalogue.ts'
import { type Dataset, findObservation } from '#domain/dataset.ts'
import { look, optionOf } from '../../support/charts.ts'
import { asYear, madeUpDataset, shippedDataset, threeYearDataset } from '../../support/data.ts'
import { renderSvg, svgTexts } from '../../support/svg.ts'

interface Drawing {
  readonly name: string
  readonly kind: ChartKind
  readonly part: PanelPart
  readonly frame: ChartFrame
  readonly dataset: Dataset
  readonly year: number
}

/** Every chart of every panel and year of a dataset, as the page draws it. */
const drawingsOf = (label: string, dataset: Dataset): readonly Drawing[] =>
  dataset.years.flatMap((year) =>
    dataset.catalogue.panels.flatMap((panel) =>
      panel.parts.flatMap((part) =>
        kindsFor(part.kind, dataset.years.length > 1)
          .filter((kind) => kinds[kind].draws === 'echarts')
          .map((kind) => ({
            name: `${label} ${year}: ${kind} of ${panel.id}`,
            kind,
            part,
            frame: toFrame(dataset, part, year),
            dataset,
            year,
          })),
      ),
    ),
  )

const drawings = [
  ...drawingsOf('shipped', shippedDataset()),
  ...drawingsOf('three years', threeYearDataset()),
  ...drawingsOf('made-up', madeUpDataset()),
]

const textsIn = ({ kind, frame }: Drawing): readonly string[] => {
  const found = kinds[kind]
  if (found.draws !== 'echarts') return []
  const height = Math.ceil(found.height(frame, look, 600))
  return svgTexts(renderSvg(optionOf(found, frame), { width: 600, height }))
}

const numbersIn = (text: string): readonly number[] =>
  (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((digits) => Number(digits.replace(/,/g, '')))

/** Figures a template under a label names, in the year looked at. */
const namedIn = ({ part, dataset, year }: Drawing): readonly number[] =>
  part.subs.flatMap((sub) =>
    [...sub.matchAll(/\{([a-z0-9-]+)/g)].flatMap(([, id = '']) => {
      const indicator = findIndicator(dataset.catalogue, id)
      const quantity = indicator && findObservation(dataset, indicator.id, asYear(year))?.quantity
      return quantity?.kind === 'known' ? [quantity.value] : []
    }),
  )

const ticksOf = ({ kind, frame }: Drawing): readonly number[] => {
  if (kind === 'rate-bars') return [0, 25, 50, 75, 100]
  return kind === 'rate-line' ? frame.rows.flatMap((row) => axisOf(row).ticks) : []
}

const valuesOf = ({ frame }: Drawing): readonly number[] =>
  frame.rows.flatMap((row) => row.values.flatMap((q) => (q.kind === 'known' ? [q.value] : [])))

it('there are charts of every year and county to look at', () => {
  expect(drawings.length).toBeGreaterThan(60)
})

it.each(drawings)('$name prints no number but figures, ticks and years', (drawing) => {
  const values = valuesOf(drawing)
  const allowed = new Set([...values, ...namedIn(drawing), ...ticksOf(drawing), ...drawing.frame.years])
  for (const text of textsIn(drawing)) {
    const gap = /^距100%差([\d.]+)个百分点$/.exec(text)
    const ratio = / = ([\d.]+)%（推算）$/.exec(text)
    if (gap) expect(values.map((v) => Number((100 - v).toFixed(6)))).toContain(Number(gap[1]))
    else if (ratio) {
      const ratios = values.flatMap((part) => values.map((whole) => Math.round((part / whole) * 1000) / 10))
      expect(ratios).toContain(Number(ratio[1]))
    } else for (const number of numbersIn(text)) expect(allowed).toContain(number)
  }
})

describe('the figure of the year looked at', () => {
  it.each(drawings)('$name prints every one it has, and a word for every one it lacks', (drawing) => {
    const texts = textsIn(drawing)
    const printed = texts.flatMap(numbersIn)
    for (const { values } of drawing.frame.rows) {
      const quantity = values[drawing.frame.selected]
      if (quantity?.kind === 'known' && quantity.bound !== 'rank-within')
        expect(printed).toContain(quantity.value)
      else if (quantity?.kind === 'known') expect(texts.join('')).toMatch(/前[一二三四五六七八九十]位/)
      else expect(texts.join('')).toMatch(/未公布|不适用|当年尚无此项|·/)
    }
  })
})
