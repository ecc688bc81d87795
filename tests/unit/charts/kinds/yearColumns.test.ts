import { describe, expect, it } from 'vitest'
import { yearColumns } from '#charts/kinds/yearColumns.ts'
import { type Mark, textWidth } from '#charts/scene.ts'
import {
  aFrame,
  boxesOf,
  cornersOf,
  hatchOf,
  isDashed,
  isFilled,
  look,
  marksOf,
  optionOf,
  seriesOf,
  teethOf,
  textsOf,
} from '../../../support/charts.ts'
import { aDataset, anIndicator, asYear, shippedDataset, threeYearDataset } from '../../../support/data.ts'
import { withNotes } from '../../../support/notes.ts'

interface Column {
  readonly indicator: string
  readonly year: number
  readonly marks: readonly Mark[]
}

/** The columns by indicator and year; marks that stand for no figure (names, base lines) are left out. */
function columnsFor(
  dataset: ReturnType<typeof aDataset>,
  ids: readonly string[],
  year: number,
  width = 600,
): readonly Column[] {
  const series = seriesOf(optionOf(yearColumns, aFrame(dataset, ids, year), width))[0]
  const marks = marksOf(series)
  return (series?.data ?? []).flatMap((datum, i) => {
    const { indicator, year: of } = datum as { indicator?: string; year?: number }
    return indicator && of ? [{ indicator, year: of, marks: marks[i] ?? [] }] : []
  })
}

const columnOf = (columns: readonly Column[], year: number, id = columns[0]?.indicator): readonly Mark[] =>
  columns.find((column) => column.year === year && column.indicator === id)?.marks ?? []

/** Height of the filled column; 0 where there is none. */
const heightOf = (marks: readonly Mark[]): number => boxesOf(marks, isFilled)[0]?.height ?? 0

const ofYears = (cells: Record<number, string>, year: number) =>
  columnsFor(aDataset({ figures: { cases: cells } }), ['cases'], year)

describe('one row', () => {
  it('has a column for every year of the frame, the empty ones included', () => {
    const columns = columnsFor(shippedDataset(), ['legal-aid-cases'], 2023)
    expect(columns.map((column) => column.year)).toEqual([2023, 2024, 2025, 2026])
    expect(columns.map((column) => textsOf(column.marks))).toEqual([
      ['2138', '2023'],
      ['待录入', '2024'],
      ['待录入', '2025'],
      ['待录入', '2026'],
    ])
  })

  it('draws heights from 0: half the figure is half the height', () => {
    const columns = ofYears({ 2023: '50', 2024: '100' }, 2024)
    expect(heightOf(columnOf(columns, 2023)) * 2).toBeCloseTo(heightOf(columnOf(columns, 2024)))
  })

  it('stands all columns on one line', () => {
    const columns = columnsFor(threeYearDataset(), ['enterprise-disputes'], 2025)
    const feet = columns.flatMap((column) => boxesOf(column.marks, isFilled).map((box) => box.y + box.height))
    expect(feet).toHaveLength(3)
    expect(new Set(feet.map((foot) => foot.toFixed(3))).size).toBe(1)
  })

  it('fills the selected year fully, the others pale with a full outline', () => {
    const columns = ofYears({ 2023: '50', 2024: '100' }, 2024)
    const opacities = (year: number) => columnOf(columns, year).flatMap((mark) => mark.style.opacity ?? [])
    expect([opacities(2023), opacities(2024)]).toEqual([[0.38], [1]])
    for (const year of [2023, 2024])
      expect(columnOf(columns, year).filter((mark) => mark.style.fill === 'none')).toMatchObject([
        { style: { stroke: 'var(--c1)', lineWidth: 1.5 } },
      ])
  })

  it('prints five digits with a comma and a bound with its mark', () => {
    expect(textsOf(columnOf(ofYears({ 2023: '12345' }, 2023), 2023))).toEqual(['12,345', '2023'])
    expect(textsOf(columnOf(ofYears({ 2023: '约60' }, 2023), 2023))).toEqual(['≈60', '2023'])
  })
})

it('a lower bound has ≥ and teeth above its open top, an exact figure has neither', () => {
  const columns = ofYears({ 2023: '40余', 2024: '52' }, 2024)
  const bound = columnOf(columns, 2023)
  expect(textsOf(bound)).toEqual(['≥40', '2023'])
  expect(teethOf(bound)).toHaveLength(1)
  const top = boxesOf(bound, isFilled)[0]?.y ?? 0
  for (const [, y] of cornersOf(teethOf(bound)[0])) expect(y).toBeLessThan(top)
  expect(teethOf(columnOf(columns, 2024))).toEqual([])
})

it('0 is a trace with its number, not an empty slot', () => {
  const zero = columnOf(ofYears({ 2023: '1', 2024: '0', 2025: '5' }, 2024), 2024)
  expect(textsOf(zero)).toEqual(['0', '2024'])
  expect(heightOf(zero)).toBe(2)
})

describe('a missing figure', () => {
  const dataset = threeYearDataset()

  it.each([
    ['not published', 'online-exams', '未公布'],
    ['not applicable', 'enforcement-review-officers', '不适用'],
  ])('%s is a hatched box with its word, off the scale', (_, id, word) => {
    const marks = columnOf(columnsFor(dataset, [id], 2025), 2024)
    expect(textsOf(marks)).toEqual([word, '2024'])
    expect(hatchOf(marks).length).toBeGreaterThan(3)
    expect(heightOf(marks)).toBe(0)
  })

  it('of a year to come is a dashed box of fixed height with its word', () => {
    for (const id of ['enterprise-disputes', 'rule-of-law-landscapes']) {
      const marks = columnOf(columnsFor(dataset, [id], 2025), 2026)
      expect(textsOf(marks)).toEqual(['待录入', '2026'])
      expect(boxesOf(marks, isDashed).map((box) => Math.round(box.height))).toEqual([53])
    }
  })

  it('of a year before the indicator existed is a dot and nothing else', () => {
    const marks = columnOf(columnsFor(dataset, ['administrative-mediations'], 2025), 2024)
    expect(textsOf(marks)).toEqual(['·', '2024'])
    expect(marks.filter((mark) => mark.type !== 'text')).toEqual([])
  })
})

describe('figures that do not count the same', () => {
  const figures = { cases: { 2023: '50', 2024: '60', 2025: '70', 2026: '80' } }
  const optionFor = (notes: Record<number, string>, year = 2026) =>
    optionOf(yearColumns, aFrame(withNotes(aDataset({ figures }), { cases: notes }), ['cases'], year))
  const allOf = (option: ReturnType<typeof optionFor>) => marksOf(seriesOf(option)[0]).flat()
  const columnsOf = (notes: Record<number, string>, year = 2026) =>
    columnsFor(withNotes(aDataset({ figures }), { cases: notes }), ['cases'], year)

  it('a changed scope is a dashed line between the two columns, with words over it', () => {
    const marks = allOf(optionFor({ 2025: '口径变化：含移送案件' }))
    const lines = marks.filter((mark) => mark.type === 'line' && mark.style.lineDash)
    expect(lines).toHaveLength(1)
    const [before, after] = [2024, 2025].map((year) => boxesOf(columnOf(columnsOf({}), year), isFilled)[0])
    const x = Number(lines[0]?.shape?.x1)
    expect(x).toBeGreaterThan((before?.x ?? 0) + (before?.width ?? 0))
    expect(x).toBeLessThan(after?.x ?? 0)
    expect(textsOf(marks)).toContain('口径有变')
    expect(textsOf(allOf(optionFor({})))).not.toContain('口径有变')
  })

  it('part of a year is a narrower column without a fill, its months under the year', () => {
    const columns = columnsOf({ 2024: '1—6月' })
    expect(boxesOf(columnOf(columns, 2024), isFilled)).toEqual([])
    const [part, whole] = [2024, 2025].map((year) => boxesOf(columnOf(columns, year), () => true)[0])
    expect(part?.width).toBeLessThan((whole?.width ?? 0) * 0.7)
    expect(textsOf(columnOf(columns, 2024))).toEqual(['60', '2024'])
    expect(textsOf(allOf(optionFor({ 2024: '1—6月' })))).toContain('1—6月')
  })

  it('part of the year looked at is drawn with a thicker line', () => {
    const strokes = (year: number) =>
      columnOf(columnsOf({ 2024: '1—6月' }, year), 2024).flatMap((mark) => mark.style.lineWidth ?? [])
    expect(Number(strokes(2024)[0])).toBeGreaterThan(Number(strokes(2025)[0]))
  })

  it('room is made for words above and months below, and only then', () => {
    const heightFor = (notes: Record<number, string>) =>
      yearColumns.height(
        aFrame(withNotes(aDataset({ figures }), { cases: notes }), ['cases'], 2026),
        look,
        600,
      )
    const plain = heightFor({})
    expect(heightFor({ 2025: '口径变化：' })).toBeGreaterThan(plain + 14)
    expect(heightFor({ 2025: '1—6月' })).toBeGreaterThan(plain + 14)
  })
})

describe('twenty-six years', () => {
  const years = Array.from({ length: 26 }, (_, i) => 2000 + i)
  const long = aDataset({
    indicators: [anIndicator({ since: 2000 })],
    figures: { cases: Object.fromEntries(years.map((year, i) => [year, String(1000 + 37 * (i % 7))])) },
  })
  const textMarks = (year: number, width: number) =>
    marksOf(seriesOf(optionOf(yearColumns, aFrame(long, ['cases'], year, { span: 'all' }), width))[0])
      .flat()
      .filter((mark) => mark.type === 'text')

  it.each([2000, 2011, 2025])('have a column each, and no word that touches another: %d', (year) => {
    const marks = textMarks(year, 620)
    const boxes = marks.map(({ style }) => {
      const width =
        textWidth(String(style.text), Number(style.fontSize)) *
        (/^[\d,]+$/.test(String(style.text)) ? 0.92 : 1)
      const [x, y, size] = [Number(style.x), Number(style.y), Number(style.fontSize)]
      const top = style.verticalAlign === 'bottom' ? y - size : y - size / 2
      return { words: style.text, left: x - width / 2, right: x + width / 2, top, bottom: top + size }
    })
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1)) {
        const apart =
          a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1
        expect(apart, `${a.words} and ${b.words}`).toBe(true)
      }
    expect(boxes.map(({ words }) => words)).toContain(String(year))
    expect(boxes.filter(({ words }) => /^1\d{3}$/.test(String(words))).length).toBeGreaterThanOrEqual(2)
    expect(columnsFor(long, ['cases'], 2025).length).toBe(11)
  })
})

it('an open year draws what was filled and leaves the rest to come', () => {
  const dataset = aDataset({
    figures: { a: { 2023: '5', 2024: '6' }, b: { 2023: '7' } },
    openYears: [asYear(2024)],
  })
  const columns = columnsFor(dataset, ['a', 'b'], 2023)
  expect(textsOf(columnOf(columns, 2024, 'a'))).toEqual(['6', '2024'])
  expect(textsOf(columnOf(columns, 2024, 'b')).join('')).toBe('待录入2024')
  expect(boxesOf(columnOf(columns, 2024, 'b'), isDashed)).toHaveLength(1)
})

it('a year nobody published keeps its slot, empty', () => {
  const columns = ofYears({ 2023: '5', 2025: '6' }, 2025)
  const gap = columnsFor(aDataset({ figures: { cases: { 2023: '5', 2025: '6' } } }), ['cases'], 2025)
  expect(columns.map((column) => column.year)).toEqual([2023, 2024, 2025, 2026])
  expect(textsOf(columnOf(gap, 2024)).join('')).toBe('待录入2024')
})

describe('several rows', () => {
  it('become small charts with their names, on a scale they share', () => {
    const ids = ['deputy-suggestions', 'cppcc-proposals']
    const columns = columnsFor(threeYearDataset(), ids, 2025)
    const perUnit = columns.flatMap((column) => {
      const number = textsOf(column.marks)[0] ?? ''
      return /^\d+$/.test(number) ? [heightOf(column.marks) / Number(number)] : []
    })
    expect(perUnit).toHaveLength(6)
    for (const height of perUnit) expect(height).toBeCloseTo(perUnit[0] ?? 0)
    const all = textsOf(
      marksOf(seriesOf(optionOf(yearColumns, aFrame(threeYearDataset(), ids, 2025)))[0]).flat(),
    )
    expect(all).toEqual(expect.arrayContaining(['人大代表建议', '政协委员提案']))
  })

  it('have scales of their own where one is more than twenty times the other', () => {
    const columns = columnsFor(
      threeYearDataset(),
      ['legal-aid-women-children-stations', 'legal-aid-village-points'],
      2025,
    )
    const heights = ['legal-aid-women-children-stations', 'legal-aid-village-points'].map((id) =>
      heightOf(columnOf(columns, 2025, id)),
    )
    expect(heights[0]).toBeCloseTo(heights[1] ?? 0)
  })

  it('never add up: no number is the sum of two rows', () => {
    const ids = ['national-honours', 'provincial-honours', 'city-honours']
    const texts = columnsFor(threeYearDataset(), ids, 2023).flatMap((column) => textsOf(column.marks))
    expect(texts).not.toContain('47')
    expect(texts).toContain('41')
  })
})

describe('many years', () => {
  const range = Array.from({ length: 8 }, (_, i) => 2023 + i)
  const cells = Object.fromEntries(
    range.map((year, i) => [year, String([50, 60, 90, 70, 65, 66, 67, 68][i])]),
  )
  const numbersIn = (year: number) =>
    ofYears(cells, year).flatMap((column) => textsOf(column.marks).filter((text) => /^\d\d$/.test(text)))

  it('number the first, last, largest and selected year only', () => {
    expect(numbersIn(2027)).toEqual(['50', '90', '65', '68'])
    expect(numbersIn(2030)).toEqual(['50', '90', '68'])
  })

  it('keep every year under its column', () => {
    const years = ofYears(cells, 2030).map((column) => textsOf(column.marks).at(-1))
    expect(years).toEqual([...range, 2031].map(String))
  })
})

it.each([280, 600, 1200])('stays inside a card of %d px and its own height', (width) => {
  const ids = ['national-honours', 'provincial-honours', 'city-honours', 'legal-aid-village-points']
  const height = yearColumns.height(aFrame(threeYearDataset(), ids, 2025), look, width)
  for (const { marks } of columnsFor(threeYearDataset(), ids, 2025, width))
    for (const box of boxesOf(marks, () => true)) {
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(width + 1)
      expect(box.y + box.height).toBeLessThanOrEqual(height)
    }
})
