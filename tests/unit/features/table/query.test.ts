import { expect, it } from 'vitest'
import {
  EVERYTHING,
  isFiltered,
  nextSorting,
  parseTableQuery,
  type TableQuery,
  tablePath,
} from '#features/table/query.ts'
import { asYear } from '../../../support/data.ts'

const read = (search: string) => parseTableQuery(new Map(new URLSearchParams(search)))

it.each<[string, Partial<TableQuery>]>([
  ['chapter=2', { chapter: 2 }],
  ['state=not-published', { state: 'not-published' }],
  ['state=doubtful', { state: 'doubtful' }],
  ['kind=rate', { kind: 'rate' }],
  ['direction=up', { direction: '正' }],
  ['direction=down', { direction: '逆' }],
  ['direction=none', { direction: '中' }],
  ['sort=2024', { sort: { by: asYear(2024), descending: false } }],
  ['sort=-2024', { sort: { by: asYear(2024), descending: true } }],
  ['sort=-change', { sort: { by: 'change', descending: true } }],
  ['q=xzfy', { text: 'xzfy' }],
  ['years=all', { allYears: true }],
])('%s means %o and is written back the same', (search, wanted) => {
  const query = read(search)
  expect(query).toEqual({ ...EVERYTHING, ...wanted })
  expect(tablePath(query)).toBe(`/data?${search}`)
})

it.each([
  'chapter=二',
  'chapter=22',
  'state=lost',
  'state=constructor',
  'kind=__proto__',
  'direction=正',
  'sort=colour',
  'sort=-',
  'sort=24',
  'years=some',
  '',
])('%s asks for nothing', (search) => {
  expect(read(search)).toEqual(EVERYTHING)
})

it('everything is the bare path', () => {
  expect(tablePath(EVERYTHING)).toBe('/data')
})

it('an address holds nothing but ASCII, and several filters at once', () => {
  const query: TableQuery = {
    text: '行政 复议&c',
    chapter: 2,
    state: 'at-least',
    kind: 'count',
    direction: '中',
    sort: { by: 'name', descending: true },
    allYears: true,
  }
  const path = tablePath(query)
  expect(path).toMatch(/^[\x21-\x7e]+$/)
  expect(read(path.split('?')[1] ?? '')).toEqual(query)
})

it('half a character is left out of the address instead of breaking it', () => {
  expect(tablePath({ ...EVERYTHING, text: 'a\ud83d' })).toBe('/data?q=a')
})

it('only what leaves rows out counts as a filter', () => {
  expect(isFiltered(EVERYTHING)).toBe(false)
  expect(isFiltered(read('sort=name&years=all&q=%20'))).toBe(false)
  for (const search of ['q=a', 'chapter=0', 'state=exact', 'kind=rank', 'direction=none'])
    expect(isFiltered(read(search)), search).toBe(true)
})

it('a column orders upwards, downwards, then not at all; another column begins upwards', () => {
  const up = nextSorting(null, 'name')
  const down = nextSorting(up, 'name')
  expect([up, down, nextSorting(down, 'name'), nextSorting(down, 'unit')]).toEqual([
    { by: 'name', descending: false },
    { by: 'name', descending: true },
    null,
    { by: 'unit', descending: false },
  ])
})
