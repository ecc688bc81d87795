import { Suspense, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { type Dataset, latestYear } from '#domain/dataset.ts'
import type { Year } from '#domain/year.ts'
import { SearchDialog } from '#features/search/SearchDialog.tsx'
import { parseAddress } from '#persistence/address.ts'
import { selectDataset, selectYear } from '#store/selectors.ts'
import { useApp } from '#store/useApp.ts'
import { HrefContext, Link } from '#ui/link.tsx'
import { holdReady } from '#ui/readiness.ts'
import { LARGE_TEXT_SCALE, TextScaleContext } from '#ui/textScale.ts'
import { words } from '#ui/words.ts'
import { toBackup } from './backup.ts'
import { CrashScreen } from './CrashScreen.tsx'
import { FailurePage } from './FailurePage.tsx'
import { Header } from './Header.tsx'
import { BottomTabs, ChapterTabs, SideNavigation } from './Navigation.tsx'
import { findPage, type Page } from './routes.tsx'

interface AppProps {
  readonly onRetry: () => void
}

/** Addresses inside the app carry the year only while it is not the latest. */
function toHref(dataset: Dataset | null, year: Year | null): (path: string) => string {
  const other = dataset && year !== null && year !== latestYear(dataset) ? year : null
  return (path) => {
    if (other === null || path.includes('year=')) return `#${path}`
    return `#${path}${path.includes('?') ? '&' : '?'}year=${other}`
  }
}

/** Moves focus and view to the top of a new page, and names it in the title; the first page is left alone. */
function usePageChange(page: Page | null, path: string, title: string): void {
  const first = useRef(true)
  const main = 'main'
  useLayoutEffect(() => {
    document.title = page?.title ? `${page.title} · ${title}` : title
  }, [page?.title, title])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new path is the event
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    if (path.includes('at=')) return
    window.scrollTo(0, 0)
    document.getElementById(main)?.focus({ preventScroll: true })
  }, [path])
}

/** The page is up once it has been drawn; charts hold readiness themselves. */
function useReadyAfterRender(path: string, loaded: boolean): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new page is drawn anew
  useLayoutEffect(() => {
    const release = holdReady()
    if (loaded) release()
    return release
  }, [path, loaded])
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

function Footer({ dataset }: { readonly dataset: Dataset }) {
  const sources = [...dataset.sources.values()]
  return (
    <footer className="app-footer">
      {sources.map((source) => (
        <p key={source.year}>
          {`数据来源：${source.issuer}《${source.title}》，${source.date}公开，索引号 ${source.reference}。`}
        </p>
      ))}
      <p>{`${words.derivedFooter}${words.zeroFooter}`}</p>
      <p className="fingerprint">{`数据指纹 ${dataset.fingerprint}`}</p>
    </footer>
  )
}

/** The frame around every page. */
export function App({ onRetry }: AppProps) {
  const data = useApp((state) => state.data)
  const view = useApp((state) => state.view)
  const searchOpen = useApp((state) => state.session.searchOpen)
  const applyView = useApp((state) => state.applyView)
  const applySession = useApp((state) => state.applySession)
  const dataset = useApp(selectDataset)
  const year = useApp(selectYear)
  const { path, query } = useMemo(() => parseAddress(`#${view.path}`), [view.path])
  const page = useMemo(
    () => (dataset ? findPage(path, dataset, year, query) : null),
    [dataset, path, year, query],
  )
  const href = useMemo(() => toHref(dataset, year), [dataset, year])
  usePageChange(page, view.path, dataset?.catalogue.title ?? words.appFallback)
  useReadyAfterRender(view.path, data.status !== 'loading')

  return (
    <HrefContext.Provider value={href}>
      <TextScaleContext.Provider value={view.text === 'large' ? LARGE_TEXT_SCALE : 1}>
        <a
          className="skip-link"
          href="#main"
          onClick={(event) => {
            event.preventDefault()
            document.getElementById('main')?.focus()
          }}
        >
          {words.skip}
        </a>
        <Header
          dataset={dataset}
          theme={view.theme}
          text={view.text}
          onTheme={(theme) => applyView({ theme })}
          onText={(text) => applyView({ text })}
          onSearch={() => applySession({ searchOpen: true })}
        />
        <div className="app-body">
          {dataset && <SideNavigation dataset={dataset} path={path} />}
          <main id="main" tabIndex={-1}>
            <CrashScreen backup={() => (dataset ? toBackup(dataset) : null)}>
              <Suspense fallback={null}>
                {dataset && /^\/(c|plan)\b/.test(path) && <ChapterTabs dataset={dataset} path={path} />}
                {data.status === 'loading' && (
                  <p className="loading" role="status">
                    {words.loading}
                  </p>
                )}
                {data.status === 'failed' && <FailurePage findings={data.findings} onRetry={onRetry} />}
                {page && (page.content ?? <NotFound />)}
              </Suspense>
            </CrashScreen>
            {dataset && <Footer dataset={dataset} />}
          </main>
        </div>
        {dataset && <BottomTabs dataset={dataset} path={path} />}
        {dataset && year !== null && searchOpen && (
          <SearchDialog dataset={dataset} year={year} onClose={() => applySession({ searchOpen: false })} />
        )}
      </TextScaleContext.Provider>
    </HrefContext.Provider>
  )
}
