import { Suspense, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { Indicator } from '#domain/catalogue.ts'
import { type Dataset, latestYear } from '#domain/dataset.ts'
import type { Year } from '#domain/year.ts'
import { parseAddress } from '#persistence/address.ts'
import { selectDataset, selectYear } from '#store/selectors.ts'
import { useApp } from '#store/useApp.ts'
import { EditContext } from '#ui/editing.tsx'
import { HrefContext, Link } from '#ui/link.tsx'
import { holdReady } from '#ui/readiness.ts'
import { LARGE_TEXT_SCALE, TextScaleContext } from '#ui/textScale.ts'
import { words } from '#ui/words.ts'
import { CrashScreen } from './CrashScreen.tsx'
import { Editing } from './Editing.tsx'
import { ExampleMark } from './ExampleMark.tsx'
import { FailurePage } from './FailurePage.tsx'
import { Footer } from './Footer.tsx'
import { Header } from './Header.tsx'
import { KeepingBanner } from './KeepingBanner.tsx'
import { BottomTabs, ChapterTabs, SideNavigation } from './Navigation.tsx'
import { findPage, type Page, SearchDialog } from './routes.tsx'

/** Addresses inside the app carry the year only while it is not the latest. */
function toHref(dataset: Dataset | null, year: Year | null): (path: string) => string {
  const other = dataset && year !== null && year !== latestYear(dataset) ? year : null
  return (path) => {
    if (other === null || path.includes('year=')) return `#${path}`
    return `#${path}${path.includes('?') ? '&' : '?'}year=${other}`
  }
}

const focusMain = (): void => document.getElementById('main')?.focus({ preventScroll: true })

const pageOf = (path: string): string => path.split('?')[0] ?? ''

/** Names the page in the title; moves focus and view to the top of a new one, the first is left alone. */
function usePageChange(page: Page | null, path: string, dataset: Dataset | null): void {
  const last = useRef(path)
  const own = dataset?.catalogue.title ?? words.appFallback
  const title = [dataset?.example && words.example, page?.title, own].filter(Boolean).join(' · ')
  useLayoutEffect(() => {
    document.title = title
  }, [title])
  useEffect(() => {
    const before = last.current
    last.current = path
    // Another year or filter is the same page; the report scrolls to the place it was opened at.
    if (pageOf(before) === pageOf(path) || /[?&](at|quote)=/.test(path)) return
    window.scrollTo(0, 0)
    focusMain()
  }, [path])
}

/** The page is up once it has been drawn; charts hold readiness themselves. */
function useReadyAfterRender(page: unknown, loaded: boolean): void {
  useLayoutEffect(() => {
    const release = holdReady()
    if (loaded && page !== undefined) release()
    return release
  }, [page, loaded])
}

/** Shown while a page's code arrives; the page is not ready until then. */
function PageLoading() {
  useLayoutEffect(() => holdReady(), [])
  return (
    <p className="loading" role="status">
      {words.pageLoading}
    </p>
  )
}

function NotFound() {
  return (
    <div className="card failure">
      <h1>没有这个页面</h1>
      <p>地址里的章节、指标或年度不存在，可能是链接不完整。</p>
      <Link to="/" className="button primary">
        {words.home}
      </Link>
    </div>
  )
}

interface MainProps {
  readonly page: Page | null
  readonly path: string
  readonly onRetry: () => void
}

/** What stands between header and footer: the page, or why there is none. */
function Main({ page, path, onRetry }: MainProps) {
  const data = useApp((state) => state.data)
  const dataset = data.status === 'ready' ? data.dataset : null
  const exportLog = useApp((state) => state.log.exportLog)
  return (
    <main id="main" tabIndex={-1}>
      <CrashScreen backup={exportLog}>
        {dataset && /^\/(c|plan)\b/.test(path) && <ChapterTabs dataset={dataset} path={path} />}
        {data.status === 'loading' && (
          <p className="loading" role="status">
            {words.loading}
          </p>
        )}
        {data.status === 'failed' && <FailurePage findings={data.findings} onRetry={onRetry} />}
        <Suspense fallback={<PageLoading />}>{page && (page.content ?? <NotFound />)}</Suspense>
      </CrashScreen>
      {dataset && <Footer dataset={dataset} />}
    </main>
  )
}

/** The search, loaded when it is first opened. */
function Search() {
  const open = useApp((state) => state.session.searchOpen)
  const applySession = useApp((state) => state.applySession)
  const dataset = useApp(selectDataset)
  const year = useApp(selectYear)
  if (!open || !dataset || year === null) return null
  return (
    <Suspense fallback={null}>
      <SearchDialog dataset={dataset} year={year} onClose={() => applySession({ searchOpen: false })} />
    </Suspense>
  )
}

/** The frame around every page. `onRetry` reads the data once more. */
export function App({ onRetry }: { readonly onRetry: () => void }) {
  const loaded = useApp((state) => state.data.status !== 'loading')
  const view = useApp((state) => state.view)
  const dataset = useApp(selectDataset)
  const year = useApp(selectYear)
  const { path, query } = useMemo(() => parseAddress(`#${view.path}`), [view.path])
  const page = useMemo(
    () => (dataset ? findPage(path, dataset, view.year ?? year, query) : null),
    [dataset, path, view.year, year, query],
  )
  const href = useMemo(() => toHref(dataset, year), [dataset, year])
  const applySession = useApp((state) => state.applySession)
  const edit = useCallback(
    (indicator: Indicator, at: Year) => applySession({ editing: { indicator: indicator.id, year: at } }),
    [applySession],
  )
  usePageChange(page, view.path, dataset)
  useReadyAfterRender(page, loaded)
  return (
    <HrefContext.Provider value={href}>
      <TextScaleContext.Provider value={view.text === 'large' ? LARGE_TEXT_SCALE : 1}>
        <EditContext.Provider value={edit}>
          <button type="button" className="skip-link" onClick={focusMain}>
            {words.skip}
          </button>
          {dataset?.example && <ExampleMark />}
          <Header />
          <KeepingBanner />
          <div className="app-body">
            {dataset && <SideNavigation dataset={dataset} path={path} />}
            <Main page={page} path={path} onRetry={onRetry} />
          </div>
          {dataset && <BottomTabs dataset={dataset} path={path} />}
          <Search />
          <Editing />
        </EditContext.Provider>
      </TextScaleContext.Provider>
    </HrefContext.Provider>
  )
}
