import type { Direction, IndicatorKind } from '#domain/catalogue.ts'
import type { FigureState } from '#domain/quantity.ts'
import { parseYear, type Year } from '#domain/year.ts'
import { directionWords, kindWords, stateWords } from '#ui/words.ts'

/** What the rows are ordered by; a year stands for its figures. */
export type SortKey = 'name' | 'chapter' | 'unit' | 'change' | 'direction' | Year

export interface Sorting {
  readonly by: SortKey
  readonly descending: boolean
}

/** `doubtful`: 待核, whatever the figure. */
type StateFilter = FigureState | 'doubtful'

/** What is asked of the table; it stands in the address, so that a link and the way back show the same rows. */
export interface TableQuery {
  /** Searched for in names and aliases; empty: all. */
  readonly text: string
  /** Missing, here and below: `null` for all. */
  readonly chapter: number | null
  /** State in the year looked at. */
  readonly state: StateFilter | null
  readonly kind: IndicatorKind | null
  readonly direction: Direction | null
  /** Missing: `null` for the report's order. */
  readonly sort: Sorting | null
  /** More than the last ten years. */
  readonly allYears: boolean
}

const directionNames: Readonly<Record<Direction, string>> = { 正: 'up', 逆: 'down', 中: 'none' }

const has = <Key extends string>(table: Readonly<Record<Key, unknown>>, key: string): key is Key =>
  Object.keys(table).includes(key)

function parseSort(text: string): Sorting | null {
  const descending = text.startsWith('-')
  const name = descending ? text.slice(1) : text
  switch (name) {
    case 'name':
    case 'chapter':
    case 'unit':
    case 'change':
    case 'direction':
      return { by: name, descending }
    default: {
      const year = parseYear(name)
      return year === null ? null : { by: year, descending }
    }
  }
}

const parseDirection = (text: string): Direction | null =>
  (Object.keys(directionWords) as Direction[]).find((direction) => directionNames[direction] === text) ?? null

function parseState(text: string): StateFilter | null {
  return text === 'doubtful' || has(stateWords, text) ? text : null
}

/** Reads the table's part of an address; what cannot be read counts as silence. */
export function parseTableQuery(query: ReadonlyMap<string, string>): TableQuery {
  const of = (name: string): string => query.get(name) ?? ''
  const kind = of('kind')
  return {
    text: of('q'),
    chapter: /^\d$/.test(of('chapter')) ? Number(of('chapter')) : null,
    state: parseState(of('state')),
    kind: has(kindWords, kind) ? kind : null,
    direction: parseDirection(of('direction')),
    sort: parseSort(of('sort')),
    allYears: of('years') === 'all',
  }
}

/** Half a character, as a cut emoji leaves it, cannot be written into an address. */
const HALVES = /\p{Cs}/gu

/** The path of the table with this query; only ASCII, typed text percent-encoded. */
export function tablePath(query: TableQuery): string {
  const { text, chapter, state, kind, direction, sort, allYears } = query
  const parts = [
    text === '' ? '' : `q=${encodeURIComponent(text.replace(HALVES, ''))}`,
    chapter === null ? '' : `chapter=${chapter}`,
    state === null ? '' : `state=${state}`,
    kind === null ? '' : `kind=${kind}`,
    direction === null ? '' : `direction=${directionNames[direction]}`,
    sort === null ? '' : `sort=${sort.descending ? '-' : ''}${sort.by}`,
    allYears ? 'years=all' : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? '/data' : `/data?${parts.join('&')}`
}

export const EVERYTHING: TableQuery = parseTableQuery(new Map())

/** True when some rows may be left out. */
export const isFiltered = ({ text, chapter, state, kind, direction }: TableQuery): boolean =>
  text.trim() !== '' || [chapter, state, kind, direction].some((filter) => filter !== null)

/** A column's next order: ascending, descending, then the report's own. */
export function nextSorting(current: Sorting | null, by: SortKey): Sorting | null {
  if (current?.by !== by) return { by, descending: false }
  return current.descending ? null : { by, descending: true }
}
