import { parseYear, type Year } from '#domain/year.ts'
import { words } from './words.ts'

interface YearPickerProps {
  readonly years: readonly Year[]
  /** Those of `years` whose entry is not finished. */
  readonly openYears?: readonly Year[]
  readonly year: Year
  /** Page to stay on. */
  readonly path: string
}

/** The page's address with that year; the rest of its query stays. Missing: `null` for the year shown by default. */
function addressOf(path: string, year: Year | null): string {
  const query = new URLSearchParams(window.location.hash.split('?')[1] ?? '')
  if (year === null) query.delete('year')
  else query.set('year', String(year))
  query.delete('quote') // words of one year's report
  const rest = query.toString()
  return rest === '' ? path : `${path}?${rest}`
}

/** The latest finished year, else the latest: what an address without a year means. */
function defaultYear(years: readonly Year[], openYears: readonly Year[]): Year | undefined {
  const newestFirst = [...years].reverse()
  return newestFirst.find((year) => !openYears.includes(year)) ?? newestFirst[0]
}

function goTo(address: string): void {
  window.location.hash = address
}

/** Chooses the year that is looked at; the choice is kept in the address, so that Back takes it back. */
export function YearPicker({ years, openYears = [], year, path }: YearPickerProps) {
  const choose = (chosen: Year | null | undefined): void => {
    if (!chosen) return
    goTo(addressOf(path, chosen === defaultYear(years, openYears) ? null : chosen))
  }
  const at = years.indexOf(year)
  const step = (label: string, sign: string, target: Year | undefined) => (
    <button
      type="button"
      className="button year-step"
      aria-label={target === undefined ? label : `${label}：${words.yearOption(target)}`}
      // Kept reachable: a button that vanishes under the finger takes the focus with it.
      aria-disabled={target === undefined}
      onClick={() => choose(target)}
    >
      {sign}
    </button>
  )
  return (
    <div className="year-picker">
      {years.length > 1 && step(words.previousYear, '‹', years[at - 1])}
      <label>
        <span className="visually-hidden">年度</span>
        <select value={year} onChange={(event) => choose(parseYear(event.currentTarget.value))}>
          {[...years].reverse().map((y) => (
            <option key={y} value={y}>
              {openYears.includes(y) ? words.openYearOption(y) : words.yearOption(y)}
            </option>
          ))}
        </select>
      </label>
      {years.length > 1 && step(words.nextYear, '›', years[at + 1])}
    </div>
  )
}
