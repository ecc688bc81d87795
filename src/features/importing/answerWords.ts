import { findIndicator } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import type { NameAnswer } from '#importing/upload/reading.ts'
import { importWords } from '#ui/importWords.ts'
import { kindWords } from '#ui/words.ts'

/** What was decided about a name, in words. */
export function answerWords(dataset: Dataset, answer: NameAnswer): string {
  if (answer.is === 'left-out') return importWords.answered['left-out']
  if (answer.is === 'new')
    return importWords.answered.new(answer.indicator.name, answer.indicator.unit || kindWords.rank)
  return importWords.answered.known(findIndicator(dataset.catalogue, answer.indicator)?.name ?? '')
}
