import type { Finding } from '#domain/finding.ts'
import { checkFigures } from '#importing/checks/index.ts'
import type { EntryReading, Slot } from './entryForm.ts'

/**
 * What must be looked at in a figure about to be written: what a file with this figure would be asked.
 * Shape: empty for cells that cannot be taken and where nothing was changed.
 */
export function doubtsOf(
  { dataset }: Slot,
  { effect, findings, observation }: EntryReading,
): readonly Finding[] {
  if (effect !== 'write' || !observation) return []
  return [...findings.filter(({ severity }) => severity === 'warns'), ...checkFigures(dataset, [observation])]
}
