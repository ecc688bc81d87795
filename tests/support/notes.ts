import type { Dataset } from '#domain/dataset.ts'
import { readNote } from '#domain/note.ts'

/** The dataset with these notes in its rows, by id and year: `{ cases: { 2024: '1—6月' } }`. */
export function withNotes(
  dataset: Dataset,
  notes: Readonly<Record<string, Readonly<Record<number, string>>>>,
): Dataset {
  const observations = new Map(
    [...dataset.observations].map(([id, years]) => [
      id,
      new Map(
        [...years].map(([year, observation]) => {
          const note = notes[id]?.[year] ?? observation.note
          return [year, { ...observation, note, ...readNote(note) }]
        }),
      ),
    ]),
  )
  return { ...dataset, observations }
}
