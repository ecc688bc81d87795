import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactElement } from 'react'
import type { Dataset } from '#domain/dataset.ts'
// Loaded here, so that a page's code is at hand when a test opens it.
import '#features/chapter/ChapterPage.tsx'
import '#features/compare/ComparePage.tsx'
import '#features/entries/EntriesPage.tsx'
import '#features/edit/ChangeBar.tsx'
import '#features/edit/EditDialog.tsx'
import '#features/export/ExportMenu.tsx'
import '#features/export/TemplateCard.tsx'
import '#features/figure/FigurePage.tsx'
import '#features/history/HistoryPage.tsx'
import '#features/importing/ImportPage.tsx'
import '#features/plan/PlanPage.tsx'
import '#features/report/ReportPage.tsx'
import '#features/search/SearchDialog.tsx'
import '#features/table/TablePage.tsx'
import { memoryKeeper } from '#persistence/keeper.ts'
import { App } from '#shell/App.tsx'
import { connectLedger } from '#shell/ledger.ts'
import { createAppStore } from '#store/create.ts'
import type { DataState, ViewState } from '#store/state.ts'
import { provideStore } from '#store/useApp.ts'

// jsdom has no layout: it lacks the first two and prints "Not implemented" for the third.
Element.prototype.scrollIntoView ??= () => {}
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true
}
window.scrollTo = () => {}

const VIEW: ViewState = { path: '/', year: null, theme: 'light', text: 'standard' }

/** Draws an element, with somebody to use it. */
export const renderWithUser = (element: ReactElement) => ({ user: userEvent.setup(), ...render(element) })

interface AppParts extends Partial<ViewState> {
  readonly data?: DataState
  readonly onRetry?: () => void
}

/** Draws the whole app over a dataset, at an address. */
export function renderApp(dataset: Dataset | null, { data, onRetry = () => {}, ...view }: AppParts = {}) {
  const state: DataState =
    data ?? (dataset ? { status: 'ready', base: dataset, dataset, findings: [] } : { status: 'loading' })
  const store = createAppStore({ ...VIEW, ...view }, state)
  provideStore(store)
  connectLedger(store, memoryKeeper())
  const drawn = renderWithUser(<App onRetry={onRetry} />)
  return {
    ...drawn,
    store,
    /** Goes to another page and waits until its code has arrived. */
    async open(path: string, year: ViewState['year'] = null) {
      act(() => store.getState().applyView({ path, year }))
      await pageDrawn()
    },
  }
}

/** The page's code has arrived and its heading stands. */
export const pageDrawn = (): Promise<HTMLElement> =>
  screen.findByRole('heading', { level: 1 }, { timeout: 4000 })

/** A figure on screen, by the marks that tests and other programs read. */
export interface ShownFigure {
  readonly id: string
  readonly year: number
  readonly state: string
  readonly text: string
}

const toShown = (element: Element): ShownFigure => {
  const { indicator = '', year, state = '' } = (element as HTMLElement).dataset
  return { id: indicator, year: Number(year), state, text: element.textContent ?? '' }
}

/** Every figure inside an element, in the order of the document. */
export const figuresIn = (root: Element): readonly ShownFigure[] =>
  [...root.querySelectorAll('[data-indicator]')].map(toShown)

/** Ids of the figures inside an element, each once. */
export const idsIn = (root: Element): ReadonlySet<string> =>
  new Set(figuresIn(root).map((figure) => figure.id))
