import { indicatorsOf } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import type { Year } from '#domain/year.ts'
import { Chip } from '#ui/Chip.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { TwinTable } from '#ui/TwinTable.tsx'
import { words } from '#ui/words.ts'

/** Every figure with its sentence, chapter by chapter. */
export function TablePage({ dataset, year }: { readonly dataset: Dataset; readonly year: Year }) {
  const { catalogue } = dataset
  return (
    <>
      <PageHead title={words.data} lead={words.itemCount(catalogue.indicators.length)} />
      {catalogue.chapters
        .map((chapter) => ({ chapter, indicators: indicatorsOf(catalogue, chapter.number) }))
        .filter(({ indicators }) => indicators.length > 0)
        .map(({ chapter, indicators }) => (
          <section className="card group" key={chapter.number}>
            <h2>
              <Chip chapter={chapter} /> {chapter.short}
            </h2>
            <TwinTable
              dataset={dataset}
              indicators={indicators.map((i) => i.id)}
              year={year}
              label={chapter.short}
              open
              id={`table-${chapter.number}`}
            />
          </section>
        ))}
    </>
  )
}
