import type { Catalogue, IndicatorId } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import type { Finding } from '#domain/finding.ts'
import type { UploadMemory } from '#domain/uploadMemory.ts'
import type { Year } from '#domain/year.ts'
import type { LedgerState } from './ledger.ts'
import type { Notice } from './undoing.ts'

export type Theme = 'light' | 'dark' | 'projector'
export type TextSize = 'standard' | 'large'

/** The facts: shown as they are, saved by nobody here. */
export type DataState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly findings: readonly Finding[] }
  | {
      readonly status: 'ready'
      /** The published files. */
      readonly base: Dataset
      /** What is shown: the base with everything kept on this machine on top. */
      readonly dataset: Dataset
      readonly findings: readonly Finding[]
      /** The published catalogue with the indicators added here, before series were joined. Missing: as published. */
      readonly catalogue?: Catalogue
      /** How many changes kept here no longer fit what is published, or were made before it moved. Missing: none. */
      readonly toCheck?: number
    }

/** What is looked at, and how. */
export interface ViewState {
  /** Path of the page, `/c/2`. */
  readonly path: string
  /** Missing: `null` follows the latest year entered. */
  readonly year: Year | null
  readonly theme: Theme
  readonly text: TextSize
}

interface Editing {
  readonly indicator: IndicatorId
  readonly year: Year
  /** What was typed in the form before it, where one slot is filled after the other. */
  readonly run?: { readonly reason: string; readonly author: string }
}

/** Open dialogs and the like; gone with the page. */
export interface SessionState {
  readonly searchOpen: boolean
  /** The figure whose slot is being filled or changed. Missing: `null` while none is. */
  readonly editing: Editing | null
  /** What became of the last change. Missing: `null` once it has been read long enough. */
  readonly notice: Notice | null
}

/** A form somebody has begun and not sent: field → text. */
export type Draft = Readonly<Record<string, string>>

export interface AppState {
  readonly data: DataState
  readonly view: ViewState
  readonly session: SessionState
  readonly ledger: LedgerState
  /** By the subject they are about (`subjectOf`); they outlive a reload. */
  readonly drafts: ReadonlyMap<string, Draft>
  /** Answers about names and columns of imported files; they outlive the page. */
  readonly memory: UploadMemory
}

/** Where each part of the view outlives the page; a new key does not compile until it is classified. */
const viewStorage = {
  path: 'address',
  year: 'address',
  theme: 'preferences',
  text: 'preferences',
} as const satisfies Record<keyof ViewState, 'address' | 'preferences'>

type PreferenceKey = {
  [Key in keyof ViewState]: (typeof viewStorage)[Key] extends 'preferences' ? Key : never
}[keyof ViewState]

/** The part of the view that is kept on the machine. */
export type Preferences = Pick<ViewState, PreferenceKey>
