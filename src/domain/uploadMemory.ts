import type { IndicatorId, IndicatorKind } from './catalogue.ts'
import type { FigureColumn } from './figureColumns.ts'

/** What is asked about an indicator the catalogue does not have. */
export interface NewIndicator {
  readonly name: string
  readonly chapter: number
  readonly unit: string
  readonly kind: IndicatorKind
}

/** What a person says about a name the catalogue does not have. */
export type NameAnswer =
  | { readonly is: 'known'; readonly indicator: IndicatorId }
  | { readonly is: 'new'; readonly indicator: NewIndicator }
  | { readonly is: 'left-out' }

/** Answers given for earlier files: they apply wherever the same word stands again. */
export interface UploadMemory {
  /** By the words of a head, as they stood in the file. */
  readonly columns: ReadonlyMap<string, FigureColumn | 'ignored'>
  readonly names: ReadonlyMap<string, NameAnswer>
}

export const NO_MEMORY: UploadMemory = { columns: new Map(), names: new Map() }
