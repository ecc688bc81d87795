import type { ReadColumn, UploadChoices, UploadMemory } from '#importing/upload/reading.ts'

/** The memory with what was answered for one file; a later answer for the same words takes the place of an earlier. */
export function withAnswers(
  memory: UploadMemory,
  { columns }: { readonly columns: readonly ReadColumn[] },
  choices: UploadChoices,
): UploadMemory {
  if (choices.names.size + choices.columns.size === 0) return memory
  const heads = new Map(memory.columns)
  for (const { place, label, role } of columns) {
    if (label === '' || !choices.columns.has(place)) continue
    // A year or an indicator in a head is of this file alone.
    if (role.is === 'field') heads.set(label, role.field)
    else if (role.is === 'ignored') heads.set(label, 'ignored')
  }
  return { columns: heads, names: new Map([...memory.names, ...choices.names]) }
}

/** The memory without some of its words, heads or names. */
export function without(memory: UploadMemory, words: readonly string[]): UploadMemory {
  const gone = new Set(words)
  const rest = <Value>(map: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> =>
    new Map([...map].filter(([word]) => !gone.has(word)))
  return { columns: rest(memory.columns), names: rest(memory.names) }
}
