import { describe, expect, it } from 'vitest'
import { parseTableQuery } from '#features/table/query.ts'
import { cellAt, changesOf, filterRows, plainMatch, tableRows, tableYears } from '#features/table/rows.ts'
import { matchesPinyin } from '#ui/pinyin.ts'
import { aDataset, anIndicator, asId, asYear, tenYearDataset } from '../../../support/data.ts'

const dataset = aDataset({
  indicators: [
    anIndicator({ id: 'reviews', name: '审结行政复议案件', chapter: 2, aliases: ['复议办结数'] }),
    anIndicator({ id: 'rate', name: '出庭应诉率', kind: 'rate', unit: '%', direction: '正', chapter: 2 }),
    anIndicator({ id: 'lost', name: '败诉案件', direction: '逆', chapter: 3, since: 2024 }),
  ],
  figures: { reviews: { 2023: '40余', 2025: '50' }, rate: { 2023: '100', 2025: '99' }, lost: { 2025: '3' } },
  details: { rate: { doubtful: true } },
})
const rows = tableRows(dataset)
const [first] = rows
const valueIn = (year: number) => (first ? cellAt(first, asYear(year)) : undefined)

const found = (search: string, year = 2025, matches = plainMatch) =>
  filterRows(rows, parseTableQuery(new Map(new URLSearchParams(search))), asYear(year), matches).map(
    (row) => row.indicator.id,
  )

describe('the columns', () => {
  it('run from the first year entered to the one to come; a year nobody entered keeps its own', () => {
    expect(tableYears(dataset)).toEqual([2023, 2024, 2025, 2026])
    expect(rows[0]?.cells.map((cell) => cell.year)).toEqual([2023, 2024, 2025, 2026])
    expect(valueIn(2024)?.quantity).toEqual({ kind: 'missing', why: 'pending' })
  })

  it('are none without a year', () => {
    expect(tableYears(aDataset())).toEqual([])
  })

  it('hold nothing for a year outside of them', () => {
    expect(valueIn(2022)).toBeNull()
    expect(valueIn(2027)).toBeNull()
  })
})

describe('the filters', () => {
  it.each([
    ['', ['reviews', 'rate', 'lost']],
    ['chapter=2', ['reviews', 'rate']],
    ['chapter=9', []],
    ['kind=rate', ['rate']],
    ['direction=down', ['lost']],
    ['direction=none', ['reviews']],
    ['state=exact', ['reviews', 'rate', 'lost']],
    ['state=doubtful', ['rate']],
    ['chapter=2&kind=count', ['reviews']],
  ])('%s leaves %o', (search, ids) => {
    expect(found(search)).toEqual(ids)
  })

  it('the state is that of the year looked at', () => {
    expect(found('state=at-least', 2023)).toEqual(['reviews'])
    expect(found('state=at-least', 2025)).toEqual([])
    expect(found('state=not-yet', 2023)).toEqual(['lost'])
    expect(found('state=pending', 2024)).toEqual(['reviews', 'rate', 'lost'])
  })

  it.each([
    ['复议', ['reviews']],
    ['办结数', ['reviews']],
    ['案件', ['reviews', 'lost']],
    [' 应诉 ', ['rate']],
    ['xzfy', []],
  ])('the words %s find %o by name and alias', (text, ids) => {
    expect(found(`q=${encodeURIComponent(text)}`)).toEqual(ids)
  })

  it('initials and full pinyin find too', () => {
    expect(found('q=xzfy', 2025, matchesPinyin)).toEqual(['reviews'])
    expect(found('q=baisu', 2025, matchesPinyin)).toEqual(['lost'])
  })
})

it('changes are those of the year looked at, for every indicator', () => {
  const ten = tenYearDataset()
  const changes = changesOf(ten, asYear(2026))
  expect(changes.size).toBe(ten.catalogue.indicators.length)
  expect(changes.get(asId('legal-aid-cases'))).toMatchObject({ base: 2025, year: 2026 })
})
