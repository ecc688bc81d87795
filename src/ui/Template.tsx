import type { Dataset } from '#domain/dataset.ts'
import { toTemplateParts } from '#domain/template.ts'
import type { Year } from '#domain/year.ts'
import { figureMarks } from './Figure.tsx'

interface TemplateProps {
  readonly template: string
  readonly dataset: Dataset
  readonly year: Year
}

/** A sentence of the catalogue with its figures filled in and marked; nothing when one of them is missing. */
export function Template({ template, dataset, year }: TemplateProps) {
  const parts = toTemplateParts(template, dataset, year)
  if (!parts) return null
  return (
    <>
      {parts.map((part, i) =>
        part.kind === 'words' ? (
          part.text
        ) : (
          <span key={i} className="figure-inline" {...figureMarks({ ...part, year })}>
            {part.text}
          </span>
        ),
      )}
    </>
  )
}
