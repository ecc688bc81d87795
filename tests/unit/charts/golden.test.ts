import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { ChartFrame } from '#charts/frame.ts'
import { kinds } from '#charts/kinds/index.ts'
import type { ChartKind } from '#domain/catalogue.ts'
import { aFrame, look, optionOf, partOf } from '../../support/charts.ts'
import { shippedDataset, tenYearDataset, threeYearDataset } from '../../support/data.ts'
import { normaliseSvg, renderSvg } from '../../support/svg.ts'

/** Rewrites the pictures instead of comparing: `UPDATE_GOLDEN=1 npx vitest run tests/unit/charts/golden.test.ts`. */
const UPDATE = process.env.UPDATE_GOLDEN === '1'
const WIDTH = 600

const one = shippedDataset()
const three = threeYearDataset()
const ten = tenYearDataset()

const ofPanel = (dataset: typeof one, panel: string, kind: ChartKind, year: number): ChartFrame => {
  const { indicators, ...parts } = partOf(dataset, panel, kind)
  return aFrame(dataset, indicators, year, parts)
}

const ODD = ['xi-thought-study-sessions', 'online-exams', 'administrative-mediations', 'enterprise-disputes']

const pictures: readonly (readonly [string, ChartKind, ChartFrame])[] = [
  ['same-unit-bars-one-year', 'same-unit-bars', ofPanel(one, 'linkage-projects', 'same-unit-bars', 2023)],
  [
    'same-unit-bars-three-years',
    'same-unit-bars',
    ofPanel(three, 'linkage-projects', 'same-unit-bars', 2025),
  ],
  ['rate-bars-one-year', 'rate-bars', ofPanel(one, 'rates', 'rate-bars', 2023)],
  ['rate-bars-three-years', 'rate-bars', ofPanel(three, 'rates', 'rate-bars', 2024)],
  ['steps-one-year', 'steps', ofPanel(one, 'online-enforcement', 'steps', 2023)],
  ['steps-three-years', 'steps', ofPanel(three, 'online-enforcement', 'steps', 2025)],
  ['unit-squares-one-year', 'unit-squares', ofPanel(one, 'duty-reports', 'unit-squares', 2023)],
  ['unit-squares-three-years', 'unit-squares', ofPanel(three, 'duty-reports', 'unit-squares', 2025)],
  ['year-columns-one-year', 'year-columns', aFrame(one, ['legal-aid-cases'], 2023)],
  ['year-columns-three-years', 'year-columns', aFrame(three, ODD, 2024)],
  ['rate-line-one-year', 'rate-line', aFrame(one, ['online-service-rate'], 2023)],
  ['rate-line-three-years', 'rate-line', aFrame(three, ['court-appearance-rate'], 2025)],
  ['year-columns-scope', 'year-columns', aFrame(ten, ['mediation-successes'], 2033)],
  [
    'year-columns-part-years',
    'year-columns',
    aFrame(ten, ['administrative-lawsuits', 'lawsuits-lost'], 2029, { span: 'all' }),
  ],
  ['rate-line-scope', 'rate-line', aFrame(ten, ['court-appearance-rate'], 2033)],
  ['rate-line-part-years', 'rate-line', aFrame(ten, ['lawsuit-loss-rate'], 2029)],
  ['steps-part-years', 'steps', ofPanel(ten, 'pretrial-settlement', 'steps', 2029)],
  ['rank-line-three-years', 'rate-line', ofPanel(three, 'business-ranks', 'rank-ladder', 2025)],
]

it.each(pictures)('draws %s as before', (name, kindName, frame) => {
  const kind = kinds[kindName]
  if (kind.draws !== 'echarts') throw new Error('drawn as HTML')
  const height = Math.ceil(kind.height(frame, look, WIDTH))
  const svg = normaliseSvg(renderSvg(optionOf(kind, frame, WIDTH), { width: WIDTH, height }))
  const file = new URL(`../../golden/${name}.svg`, import.meta.url)
  if (UPDATE) writeFileSync(file, svg)
  expect(existsSync(file)).toBe(true)
  expect(svg).toBe(readFileSync(file, 'utf8'))
})
