import type { Dataset } from '#domain/dataset.ts'
import type { Finding } from '#domain/finding.ts'
import type { Year } from '#domain/year.ts'

export type Theme = 'light' | 'dark' | 'projector'
export type TextSize = 'standard' | 'large'

/** The facts: shown as they are, saved by nobody here. */
export type DataState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly findings: readonly Finding[] }
  | { readonly status: 'ready'; readonly dataset: Dataset; readonly findings: readonly Finding[] }

/** What is looked at, and how. */
export interface ViewState {
  /** Path of the page, `/c/2`. */
  readonly path: string
  /** Missing: `null` follows the latest year entered. */
  readonly year: Year | null
  readonly theme: Theme
  readonly text: TextSize
}

/** Open dialogs and the like; gone with the page. */
export interface SessionState {
  readonly searchOpen: boolean
}

export interface AppState {
  readonly data: DataState
  readonly view: ViewState
  readonly session: SessionState
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
