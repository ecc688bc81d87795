import { type ReactNode, useState } from 'react'
import { type Chapter, indicatorsOf } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import type { Year } from '#domain/year.ts'
import { tableWords } from '#ui/tableWords.ts'
import { directionWords, kindWords, stateWords, words } from '#ui/words.ts'
import { EVERYTHING, isFiltered, parseTableQuery, type TableQuery, tablePath } from './query.ts'

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, name: string])[]
  readonly onChoose: (value: string) => void
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <label className="tool">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

interface TableToolsProps {
  readonly dataset: Dataset
  readonly query: TableQuery
  readonly years: readonly Year[]
  /** `typing`: the way back does not stop at every letter. */
  readonly onQuery: (query: TableQuery, typing?: boolean) => void
  readonly phone: boolean
  readonly children: ReactNode
}

/** Names of the address's values: an option is what the address would say. */
const optionsOf = (names: Readonly<Record<string, string>>): [string, string][] => [
  ['', tableWords.all],
  ...Object.entries(names),
]

const hasFigures =
  ({ catalogue }: Dataset) =>
  (chapter: Chapter) =>
    indicatorsOf(catalogue, chapter.number).length > 0

/** The orders that are offered: by each column, upwards and downwards. */
function sortOptions(years: readonly Year[]): [string, string][] {
  const columns: [string, string][] = [
    ['name', tableWords.name],
    ['unit', tableWords.unit],
    ...[...years].reverse().map((year): [string, string] => [String(year), `${year}年`]),
    ['change', tableWords.change],
    ['direction', tableWords.direction],
  ]
  return [
    ['', tableWords.reportOrder],
    ['-chapter', tableWords.descending(tableWords.reportOrder)],
    ...columns.flatMap(([value, name]): [string, string][] => [
      [value, tableWords.ascending(name)],
      [`-${value}`, tableWords.descending(name)],
    ]),
  ]
}

const DIRECTIONS = { up: directionWords.正, down: directionWords.逆, none: directionWords.中 }

/** The value a query has for one name of the address. */
const valueIn = (query: TableQuery, name: string): string =>
  new URLSearchParams(tablePath(query).split('?')[1] ?? '').get(name) ?? ''

/**
 * What is in the field. The address follows a moment later: until it has, it does not take back what was typed
 * meanwhile; afterwards, when it changes by itself, the field follows it.
 */
function useTyped(asked: string): readonly [string, (text: string) => void] {
  const [typed, setTyped] = useState({ text: asked, settled: true })
  const same = typed.text === asked
  if (typed.settled !== same) setTyped({ text: asked, settled: true })
  return [typed.text, (text) => setTyped({ text, settled: text === asked })]
}

/** Search, filters and order; on a phone behind a button. */
export function TableTools({ dataset, query, years, onQuery, phone, children }: TableToolsProps) {
  const [open, setOpen] = useState(false)
  const [text, setText] = useTyped(query.text)
  const choose = (name: 'chapter' | 'state' | 'kind' | 'direction' | 'sort') => (value: string) => {
    const read = parseTableQuery(new Map([[name, value]]))
    onQuery({ ...query, [name]: read[name] })
  }
  const choices = [
    ['chapter', tableWords.chapter, chapterOptions(dataset)],
    ['state', tableWords.state, optionsOf({ ...stateWords, doubtful: words.doubtful })],
    ['kind', tableWords.kind, optionsOf(kindWords)],
    ['direction', tableWords.direction, optionsOf(DIRECTIONS)],
    ['sort', tableWords.order, sortOptions(years)],
  ] as const
  const used = choices.filter(([name]) => query[name] !== null).length
  return (
    <div className="table-tools">
      <label className="tool find">
        <span>{tableWords.find}</span>
        <input
          type="search"
          placeholder={tableWords.findHint}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            onQuery({ ...query, text: event.currentTarget.value }, true)
          }}
        />
      </label>
      {phone && (
        <button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {used === 0 ? tableWords.filters : tableWords.filtersOn(used)}
        </button>
      )}
      {(open || !phone) &&
        choices.map(([name, label, options]) => (
          <Choice
            key={name}
            label={label}
            value={valueIn(query, name)}
            options={options}
            onChoose={choose(name)}
          />
        ))}
      {isFiltered(query) && (
        <button
          type="button"
          className="button"
          onClick={() => onQuery({ ...EVERYTHING, sort: query.sort, allYears: query.allYears })}
        >
          {tableWords.clear}
        </button>
      )}
      {children}
    </div>
  )
}

const chapterOptions = (dataset: Dataset): [string, string][] => [
  ['', tableWords.all],
  ...dataset.catalogue.chapters
    .filter(hasFigures(dataset))
    .map((chapter): [string, string] => [String(chapter.number), `${chapter.glyph} ${chapter.short}`]),
]
