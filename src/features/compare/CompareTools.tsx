import type { Dataset } from '#domain/dataset.ts'
import type { Year } from '#domain/year.ts'
import { compareWords, filterWords } from '#ui/compareWords.ts'
import { useHref } from '#ui/link.tsx'
import { words } from '#ui/words.ts'
import { type ChangeOrder, type CompareQuery, comparePath, filters } from './query.ts'

interface YearChoiceProps {
  readonly label: string
  readonly dataset: Pick<Dataset, 'years' | 'openYears'>
  readonly year: Year
  readonly onChoose: (year: Year) => void
}

function YearChoice({ label, dataset: { years, openYears }, year, onChoose }: YearChoiceProps) {
  return (
    <select
      aria-label={label}
      value={year}
      onChange={(event) => {
        const chosen = years.find((y) => String(y) === event.currentTarget.value)
        if (chosen !== undefined) onChoose(chosen)
      }}
    >
      {[...years].reverse().map((y) => (
        <option key={y} value={y}>
          {openYears.includes(y) ? words.openYearOption(y) : words.yearOption(y)}
        </option>
      ))}
    </select>
  )
}

interface ChoicesProps<T extends string> {
  readonly label: string
  readonly names: Readonly<Record<T, string>>
  readonly options: readonly T[]
  readonly chosen: T
  readonly onChoose: (option: T) => void
}

function Choices<T extends string>({ label, names, options, chosen, onChoose }: ChoicesProps<T>) {
  return (
    <fieldset className="choices">
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <button
          key={option}
          type="button"
          className="button"
          aria-pressed={option === chosen}
          onClick={() => onChoose(option)}
        >
          {names[option]}
        </button>
      ))}
    </fieldset>
  )
}

const orderWords: Readonly<Record<ChangeOrder, string>> = {
  report: compareWords.byReport,
  change: compareWords.byChange,
}

interface CompareToolsProps {
  readonly dataset: Dataset
  readonly query: CompareQuery
}

/** The two years, the filter and the order; every choice is kept in the address. */
export function CompareTools({ dataset, query }: CompareToolsProps) {
  const href = useHref()
  const choose = (change: Partial<CompareQuery>): void => {
    window.location.hash = href(comparePath({ ...query, ...change }))
  }
  return (
    <div className="compare-tools">
      <fieldset className="compare-years">
        <legend className="visually-hidden">{compareWords.years}</legend>
        <span>{compareWords.compare}</span>
        <YearChoice
          label={compareWords.firstYear}
          dataset={dataset}
          year={query.a}
          onChoose={(a) => choose({ a })}
        />
        <span>{compareWords.with}</span>
        <YearChoice
          label={compareWords.secondYear}
          dataset={dataset}
          year={query.b}
          onChoose={(b) => choose({ b })}
        />
      </fieldset>
      <Choices
        label={compareWords.filter}
        names={filterWords}
        options={filters}
        chosen={query.only}
        onChoose={(only) => choose({ only })}
      />
      <Choices
        label={compareWords.sort}
        names={orderWords}
        options={['report', 'change']}
        chosen={query.sort}
        onChoose={(sort) => choose({ sort })}
      />
    </div>
  )
}
