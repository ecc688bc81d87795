import { latestYear } from '#domain/dataset.ts'
import { selectDataset } from '#store/selectors.ts'
import { useApp } from '#store/useApp.ts'
import { Link } from '#ui/link.tsx'
import { words } from '#ui/words.ts'

/** The brand and the few tools every page has. */
export function Header() {
  const dataset = useApp(selectDataset)
  const { theme, text } = useApp((state) => state.view)
  const applyView = useApp((state) => state.applyView)
  const applySession = useApp((state) => state.applySession)
  const latest = dataset ? latestYear(dataset) : null
  const source = latest === null ? undefined : dataset?.sources.get(latest)
  return (
    <header className="app-header">
      <Link to="/" className="brand">
        <span className="seal" aria-hidden="true">
          {dataset?.catalogue.seal ?? '法'}
        </span>
        <span className="brand-text">
          <b>{dataset?.catalogue.title ?? words.appFallback}</b>
          {source && <small>{words.basedOn(source.title)}</small>}
        </span>
      </Link>
      <div className="header-tools">
        <button
          type="button"
          className="header-button"
          onClick={() => applySession({ searchOpen: true })}
          disabled={!dataset}
        >
          <span className="wide-only">搜索</span>
          <svg className="phone-only" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
            <circle cx="8.5" cy="8.5" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />
            <path d="M13 13l5 5" stroke="currentColor" strokeWidth="2" />
          </svg>
          <span className="phone-only visually-hidden">搜索</span>
          <kbd className="wide-only">/</kbd>
        </button>
        <button
          type="button"
          className="header-button"
          aria-pressed={text === 'large'}
          onClick={() => applyView({ text: text === 'large' ? 'standard' : 'large' })}
        >
          {words.largeText}
        </button>
        <button
          type="button"
          className="header-button"
          onClick={() => applyView({ theme: theme === 'dark' ? 'light' : 'dark' })}
        >
          {theme === 'dark' ? words.light : words.dark}
        </button>
        <button type="button" className="header-button wide-only" onClick={() => window.print()}>
          {words.print}
        </button>
        {dataset && (
          <Link to="/import" className="header-button wide-only">
            {words.importData}
          </Link>
        )}
      </div>
    </header>
  )
}
