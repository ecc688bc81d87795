import type { Dataset } from '#domain/dataset.ts'
import { useApp } from '#store/useApp.ts'
import { importWords } from '#ui/importWords.ts'
import { without } from './answers.ts'
import { answerWords } from './answerWords.ts'

/** What was answered for earlier files, to be seen and forgotten. */
export function MemoryPart({ dataset }: { readonly dataset: Dataset }) {
  const memory = useApp((state) => state.memory)
  const applyMemory = useApp((state) => state.applyMemory)
  const entries = [
    ...[...memory.columns].map(([word, to]) => ({ word, to: to === 'ignored' ? importWords.ignored : to })),
    ...[...memory.names].map(([word, answer]) => ({ word, to: answerWords(dataset, answer) })),
  ]
  if (entries.length === 0) return null
  const forget = (words: readonly string[]): void => applyMemory(without(memory, words))
  return (
    <details className="import-memory">
      <summary>{importWords.memory(entries.length)}</summary>
      <p className="sub">{importWords.memoryLead}</p>
      <ul data-list="memory">
        {entries.map(({ word, to }) => (
          <li key={word}>
            <span>
              <bdi>{`“${word}”`}</bdi> → <bdi>{to}</bdi>
            </span>
            <button
              type="button"
              className="text-button"
              aria-label={importWords.forgetNamed(word)}
              onClick={() => forget([word])}
            >
              {importWords.forget}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="button" onClick={() => forget(entries.map(({ word }) => word))}>
        {importWords.forgetAll}
      </button>
    </details>
  )
}
