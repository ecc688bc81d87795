import { parseYear, type Year } from '#domain/year.ts'
import { words } from './words.ts'

interface YearPickerProps {
  readonly years: readonly Year[]
  readonly year: Year
  /** Page to stay on. */
  readonly path: string
}

/** Chooses the year that is looked at; the choice is kept in the address. */
export function YearPicker({ years, year, path }: YearPickerProps) {
  return (
    <label className="year-picker">
      <span className="visually-hidden">年度</span>
      <select
        value={year}
        onChange={(event) => {
          const chosen = parseYear(event.currentTarget.value)
          const latest = years[years.length - 1]
          window.location.hash = chosen === latest ? path : `${path}?year=${chosen}`
        }}
      >
        {[...years].reverse().map((y) => (
          <option key={y} value={y}>
            {words.yearOption(y)}
          </option>
        ))}
      </select>
    </label>
  )
}
