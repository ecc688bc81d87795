import { type EntryCell, entryCell } from '#charts/kinds/entryMatrix.ts'
import type { Chapter, Indicator } from '#domain/catalogue.ts'
import { type Dataset, findObservation, quantityOf } from '#domain/dataset.ts'
import { type FigureState, stateOf } from '#domain/quantity.ts'
import type { Year } from '#domain/year.ts'

export interface Slot {
  readonly year: Year
  readonly state: FigureState
  /** Published, but somebody doubts it. */
  readonly doubtful: boolean
}

export interface EntryLine {
  readonly indicator: Indicator
  /** Shape: one per year shown, same order. */
  readonly slots: readonly Slot[]
}

/** A chapter with its indicators in the report's order. */
export interface EntryGroup {
  readonly chapter: Chapter
  /** Shape: one per year shown, same order. */
  readonly counts: readonly EntryCell[]
  readonly lines: readonly EntryLine[]
}

/** True for a slot that waits for a figure: to be entered, or not found in the report so far. */
export const isEmpty = ({ state }: Pick<Slot, 'state'>): boolean =>
  state === 'pending' || state === 'not-published'

const slotOf = (dataset: Dataset, indicator: Indicator, year: Year): Slot => ({
  year,
  state: stateOf(quantityOf(dataset, indicator, year)),
  doubtful: findObservation(dataset, indicator.id, year)?.doubtful ?? false,
})

/** K10 by indicators: every chapter with figures, the state of each slot and the counts of each year. */
export function entryGroups(dataset: Dataset, years: readonly Year[]): readonly EntryGroup[] {
  const byChapter = new Map<number, Indicator[]>()
  for (const indicator of dataset.catalogue.indicators) {
    const before = byChapter.get(indicator.chapter)
    if (before) before.push(indicator)
    else byChapter.set(indicator.chapter, [indicator])
  }
  return dataset.catalogue.chapters.flatMap((chapter) => {
    const indicators = byChapter.get(chapter.number)
    if (!indicators) return []
    return [
      {
        chapter,
        counts: years.map((year) => entryCell(dataset, chapter, year)),
        lines: indicators.map((indicator) => ({
          indicator,
          slots: years.map((year) => slotOf(dataset, indicator, year)),
        })),
      },
    ]
  })
}

/** Only the indicators whose slot of `year` is empty; a chapter without one is left out. */
export const onlyEmptyIn = (groups: readonly EntryGroup[], year: Year): readonly EntryGroup[] =>
  groups.flatMap((group) => {
    const lines = group.lines.filter(({ slots }) => slots.some((slot) => slot.year === year && isEmpty(slot)))
    return lines.length === 0 ? [] : [{ ...group, lines }]
  })

/** The year whose entry is under way: the one looked at while it is open, else the first open one, else the one looked at. */
export function yearInWork({ openYears }: Dataset, year: Year): Year {
  return openYears.includes(year) ? year : (openYears[0] ?? year)
}
