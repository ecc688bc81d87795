import { changeTable } from '#charts/kinds/changeTable.ts'
import { indicatorsOf } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import type { Year } from '#domain/year.ts'
import { ChangeTable } from '#ui/ChangeTable.tsx'
import { Chip } from '#ui/Chip.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { words } from '#ui/words.ts'

interface ComparePageProps {
  readonly dataset: Dataset
  readonly base: Year | null
  readonly year: Year
}

/** Two years side by side, chapter by chapter. With one year it says so and draws nothing. */
export function ComparePage({ dataset, base, year }: ComparePageProps) {
  if (base === null)
    return (
      <>
        <PageHead title={words.compare} />
        <p className="card empty-page">{`只有${year}年，录入${year + 1}年后即可对比。${words.noSecondYear(year)}`}</p>
      </>
    )
  return (
    <>
      <PageHead title={words.compare} lead={`${year}年与${base}年比。只有都是精确值的两年才计算变动。`} />
      {dataset.catalogue.chapters
        .filter((chapter) => indicatorsOf(dataset.catalogue, chapter.number).length > 0)
        .map((chapter) => (
          <section className="card group" key={chapter.number}>
            <h2>
              <Chip chapter={chapter} /> {chapter.short}
            </h2>
            <div className="scroll-x">
              <ChangeTable
                rows={changeTable(dataset, chapter.number, base, year)}
                base={base}
                year={year}
                label={`${chapter.short}：${year}年与${base}年比`}
              />
            </div>
          </section>
        ))}
    </>
  )
}
