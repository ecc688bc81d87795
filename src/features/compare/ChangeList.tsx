import type { Chapter, Indicator } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import type { Year } from '#domain/year.ts'
import { ChangeCards } from '#ui/ChangeCards.tsx'
import { ChangeTable } from '#ui/ChangeTable.tsx'
import { Chip } from '#ui/Chip.tsx'
import { type ChangeRows, isWindowed } from '#ui/changeChunks.ts'
import { compareWords } from '#ui/compareWords.ts'
import { usePhone, usePrinting } from '#ui/outside.ts'
import { useHeaderHeight } from '#ui/useHeaderHeight.ts'
import { useGrowing } from './useGrowing.ts'

/** Groups of rows under the head of their chapter. Missing: `null` where rows of several chapters stand together. */
export interface ListedRows {
  readonly chapter: Chapter | null
  readonly groups: readonly ChangeRows[]
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0)

const countOf = ({ groups }: ListedRows): number => sumOf(groups.map(({ rows }) => rows.length))

interface ChangeListProps {
  readonly dataset: Dataset
  readonly lists: readonly ListedRows[]
  readonly base: Year
  readonly year: Year
  readonly chapterOf: (indicator: Indicator) => Chapter | null
}

/** Below three years a strip of all years would say nothing more than the two columns. */
const TRAIL_FROM = 3

/** Where the head of a table stays while its rows pass. Typed here because React does not know custom properties. */
const underHeader = (height: number): Record<string, string> => ({ '--under-header': `${height}px` })

/** The rows as tables, or on a phone as cards. */
export function ChangeList({ dataset, lists, base, year, chapterOf }: ChangeListProps) {
  const Rows = usePhone() ? ChangeCards : ChangeTable
  const header = useHeaderHeight()
  const counts = lists.map(countOf)
  const total = sumOf(counts)
  const grown = useGrowing(total)
  const isPrinting = usePrinting()
  const drawn = isPrinting ? total : grown
  const windowed = isWindowed(total) && !isPrinting
  return lists.map(({ chapter, groups }, i) => (
    <section
      className="card group change-section"
      key={chapter?.number ?? 'all'}
      style={header === null ? undefined : underHeader(header)}
    >
      {chapter && (
        <h2>
          <Chip chapter={chapter} /> {chapter.short}
        </h2>
      )}
      <Rows
        dataset={dataset}
        groups={groups}
        place={{ start: sumOf(counts.slice(0, i)), drawn, windowed }}
        base={base}
        year={year}
        label={compareWords.tableLabel(chapter?.short ?? null, base, year)}
        trail={dataset.years.length >= TRAIL_FROM}
        chapterOf={chapter ? null : chapterOf}
      />
    </section>
  ))
}
