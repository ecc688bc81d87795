import { useState } from 'react'
import type { Dataset } from '#domain/dataset.ts'
import { type TemplateId, templates } from '#exporting/formats.ts'
import { templateYears } from '#exporting/template.ts'
import { exportWords } from '#ui/exportWords.ts'
import { words } from '#ui/words.ts'
import { useExport } from './useExport.ts'

const NAMES: Readonly<Record<TemplateId, string>> = exportWords.templateNames

/** A table to fill in for a year that is not finished or still to come; it is imported without mapping. */
export function TemplateCard({ dataset }: { readonly dataset: Dataset }) {
  const years = templateYears(dataset)
  const [chosen, setChosen] = useState(years[0])
  const { said, busy, run } = useExport()
  const year = years.find((y) => y === chosen) ?? years[0]
  if (year === undefined) return null
  return (
    <section className="card template-card" aria-labelledby="template">
      <div className="template-text">
        <h2 id="template">{exportWords.template}</h2>
        <p>{exportWords.templateLead}</p>
      </div>
      <div className="template-tools">
        <label className="tool">
          <span>{exportWords.templateYear}</span>
          <select
            value={year}
            onChange={({ currentTarget }) =>
              setChosen(years.find((y) => String(y) === currentTarget.value) ?? year)
            }
          >
            {years.map((y) => (
              <option key={y} value={y}>
                {dataset.openYears.includes(y) ? words.openYearOption(y) : words.yearOption(y)}
              </option>
            ))}
          </select>
        </label>
        {(Object.keys(templates) as TemplateId[]).map((id) => (
          <button
            key={id}
            type="button"
            className="button"
            disabled={busy}
            onClick={() =>
              void run({ format: templates[id], dataset, year, part: exportWords.templatePart(year) })
            }
          >
            {NAMES[id]}
          </button>
        ))}
      </div>
      <p role="status">{said}</p>
    </section>
  )
}
