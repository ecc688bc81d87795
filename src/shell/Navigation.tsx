import { type Chapter, indicatorsOf } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import { selectToCheck } from '#store/selectors.ts'
import { useApp } from '#store/useApp.ts'
import { Chip } from '#ui/Chip.tsx'
import { Link } from '#ui/link.tsx'
import { words } from '#ui/words.ts'

interface NavigationProps {
  readonly dataset: Dataset
  /** Path of the page, without the query. */
  readonly path: string
}

/** The plan has an address of its own beside its chapter's. */
const isAt = (path: string, { number, plan }: Chapter): boolean =>
  path === `/c/${number}` || (plan && /^\/plan\b/.test(path))

const TOOLS = [
  { path: '/compare', glyph: '比', label: words.compare },
  { path: '/data', glyph: '表', label: words.data },
  { path: '/entries', glyph: '录', label: words.entries },
  { path: '/report', glyph: '文', label: words.report },
  { path: '/history', glyph: '史', label: words.history },
] as const

/** All pages, on the left of wide screens. */
export function SideNavigation({ dataset, path }: NavigationProps) {
  const toCheck = useApp(selectToCheck)
  return (
    <nav className="side-nav" aria-label="主导航">
      <div className="side-nav-list">
        <Link to="/" className="nav-link" current={path === '/'}>
          <span className="chip plain" aria-hidden="true">
            总
          </span>
          {words.overview}
        </Link>
        {dataset.catalogue.chapters.map((chapter) => {
          const count = indicatorsOf(dataset.catalogue, chapter.number).length
          return (
            <Link
              key={chapter.number}
              to={`/c/${chapter.number}`}
              className="nav-link"
              current={isAt(path, chapter)}
            >
              <Chip chapter={chapter} />
              {chapter.short}
              {count > 0 && <em className="num">{count}</em>}
            </Link>
          )
        })}
        <hr />
        {TOOLS.map((tool) => (
          <Link key={tool.path} to={tool.path} className="nav-link" current={path.startsWith(tool.path)}>
            <span className="chip plain" aria-hidden="true">
              {tool.glyph}
            </span>
            {tool.label}
            {tool.path === '/history' && toCheck > 0 && (
              <em className="num" title={words.historyToCheck(toCheck)}>
                {toCheck}
              </em>
            )}
          </Link>
        ))}
      </div>
    </nav>
  )
}

/** Chapters as a row on phones, above a chapter's page. */
export function ChapterTabs({ dataset, path }: NavigationProps) {
  return (
    <nav className="chapter-tabs phone-only" aria-label="章节">
      {dataset.catalogue.chapters.map((chapter) => (
        <Link
          key={chapter.number}
          to={`/c/${chapter.number}`}
          className="chapter-tab"
          current={isAt(path, chapter)}
          label={`${chapter.glyph} ${chapter.short}`}
        >
          <Chip chapter={chapter} />
        </Link>
      ))}
    </nav>
  )
}

/** The five tabs at the bottom of a phone. */
export function BottomTabs({ dataset, path }: NavigationProps) {
  const firstChapter = dataset.catalogue.chapters[0]?.number ?? 0
  const tabs = [
    { to: '/', label: '总览', on: path === '/' },
    { to: `/c/${firstChapter}`, label: '章节', on: /^\/(c|i|plan)\b/.test(path) },
    { to: '/compare', label: '对比', on: path.startsWith('/compare') },
    { to: '/data', label: '数据', on: /^\/(data|entries|import)\b/.test(path) },
    { to: '/report', label: '原文', on: path.startsWith('/report') },
  ]
  return (
    <nav className="bottom-tabs" aria-label="底部导航">
      {tabs.map((tab) => (
        <Link key={tab.to} to={tab.to} className="bottom-tab" current={tab.on}>
          {tab.label}
        </Link>
      ))}
    </nav>
  )
}
