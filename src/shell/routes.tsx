import { type ComponentProps, type ComponentType, lazy, type ReactNode } from 'react'
import { findChapter, findIndicator } from '#domain/catalogue.ts'
import { type Dataset, latestYear } from '#domain/dataset.ts'
import { parseYear, type Year } from '#domain/year.ts'
import { OverviewPage } from '#features/overview/OverviewPage.tsx'
import { words } from '#ui/words.ts'

type Load<Props> = () => Promise<ComponentType<Props>>

const loads: Load<never>[] = []

/** A page whose code arrives when it is first opened or when nothing else is to do; the overview alone comes with the start. */
function page<Props>(load: Load<Props>) {
  loads.push(load as Load<never>)
  return lazy(async () => ({ default: await load() }))
}

const ChapterPage = page(async () => (await import('#features/chapter/ChapterPage.tsx')).ChapterPage)
const ComparePage = page(async () => (await import('#features/compare/ComparePage.tsx')).ComparePage)
const FigurePage = page(async () => (await import('#features/figure/FigurePage.tsx')).FigurePage)
const PlanPage = page(async () => (await import('#features/plan/PlanPage.tsx')).PlanPage)
const ReportPage = page(async () => (await import('#features/report/ReportPage.tsx')).ReportPage)
const TablePage = page(async () => {
  const [{ TablePage: Table }, { ExportMenu }] = await Promise.all([
    import('#features/table/TablePage.tsx'),
    import('#features/export/ExportMenu.tsx'),
  ])
  return (props: ComponentProps<typeof Table>) => (
    <Table {...props} exports={<ExportMenu dataset={props.dataset} year={props.year} />} />
  )
})
const EntriesPage = page(async () => {
  const [{ EntriesPage: Entries }, { TemplateCard }] = await Promise.all([
    import('#features/entries/EntriesPage.tsx'),
    import('#features/export/TemplateCard.tsx'),
  ])
  return (props: ComponentProps<typeof Entries>) => (
    <Entries {...props} template={<TemplateCard dataset={props.dataset} />} />
  )
})
const ImportPage = page(async () => {
  const [{ ImportPage: Import }, { TemplateCard }] = await Promise.all([
    import('#features/importing/ImportPage.tsx'),
    import('#features/export/TemplateCard.tsx'),
  ])
  return (props: ComponentProps<typeof Import>) => (
    <Import {...props} template={<TemplateCard dataset={props.dataset} />} />
  )
})
const HistoryPage = page(async () => (await import('#features/history/HistoryPage.tsx')).HistoryPage)
export const SearchDialog = page(async () => (await import('#features/search/SearchDialog.tsx')).SearchDialog)
export const EditDialog = page(async () => (await import('#features/edit/EditDialog.tsx')).EditDialog)
export const ChangeBar = page(async () => (await import('#features/edit/ChangeBar.tsx')).ChangeBar)

/** Fetches the code of every page, so that a connection lost later takes no page away. A refusal is met when the page is opened. */
export async function preloadPages(): Promise<void> {
  const parts = [
    () => import('#ui/pinyin.ts'),
    () => import('#features/plan/AnswerForm.tsx'),
    () => import('#features/figure/Settings.tsx'),
    () => import('#exporting/xlsx.ts'),
    () => import('#exporting/zip.ts'),
    async () => (await import('#features/importing/reader.ts')).loadWorker(),
  ]
  await Promise.all([...loads, ...parts].map((load) => load().catch(() => undefined)))
}

interface RouteContext {
  readonly dataset: Dataset
  readonly year: Year
  readonly query: ReadonlyMap<string, string>
  /** What the pattern's groups matched. */
  readonly groups: readonly string[]
}

/** A page: `null` from `render` means that the address names nothing that exists. */
interface Route {
  readonly pattern: RegExp
  readonly title: (context: RouteContext) => string
  readonly render: (context: RouteContext) => ReactNode | null
}

const chapterOf = ({ dataset, groups }: RouteContext) => findChapter(dataset.catalogue, Number(groups[0]))
const indicatorOf = ({ dataset, groups }: RouteContext) => findIndicator(dataset.catalogue, groups[0] ?? '')
const planChapter = ({ dataset }: RouteContext) => dataset.catalogue.chapters.find((c) => c.plan) ?? null

/**
 * A year in the path wins over the one in the query.
 * Missing: `null` for a year that was not entered and of which `texts` holds nothing either.
 */
function yearInPath({ dataset, groups, year }: RouteContext, texts: ReadonlyMap<Year, unknown>): Year | null {
  if (groups[0] === undefined) return year
  const asked = parseYear(groups[0])
  return asked !== null && (dataset.years.includes(asked) || texts.has(asked)) ? asked : null
}

/** The entered year next to this one, an earlier one first. Missing: `null` where no other is entered. */
const neighbourOf = ({ years }: Dataset, year: Year): Year | null =>
  [...years].reverse().find((y) => y < year) ?? years.find((y) => y > year) ?? null

/** The years of a comparison, `a` and `b` of the address where they were entered, in any order. */
function comparison(context: RouteContext) {
  const { dataset, query, year } = context
  const asked = [query.get('a') ?? '', query.get('b') ?? '']
  const [first, second] = asked.map((text) => {
    const found = parseYear(text)
    return found !== null && dataset.years.includes(found) ? found : null
  })
  const b = second ?? (first === year ? neighbourOf(dataset, year) : null) ?? year
  return {
    a: first ?? neighbourOf(dataset, b),
    b,
    notEntered: asked.filter((text, i) => text !== '' && (i === 0 ? first : second) === null),
    only: query.get('only') ?? '',
    sort: query.get('sort') ?? '',
  }
}

/** What the plan page lists, and the address that lists it all. */
const planView = ({ query }: RouteContext, path: string) => ({ path, answer: query.get('answer') ?? '' })

/** Every page there is; a new one is a folder in `features/` and its line here. */
const routes: readonly Route[] = [
  {
    pattern: /^\/$/,
    title: ({ year }) => words.overviewOf(year),
    render: ({ dataset, year }) => <OverviewPage dataset={dataset} year={year} />,
  },
  {
    pattern: /^\/c\/(\d+)$/,
    title: (context) => chapterOf(context)?.title ?? '',
    render: (context) => {
      const chapter = chapterOf(context)
      if (!chapter) return null
      const props = { dataset: context.dataset, chapter, year: context.year }
      if (!chapter.plan) return <ChapterPage key={chapter.number} {...props} />
      return <PlanPage {...props} {...planView(context, `/c/${chapter.number}`)} />
    },
  },
  {
    pattern: /^\/i\/([a-z0-9-]+)$/,
    title: (context) => indicatorOf(context)?.name ?? '',
    render: (context) => {
      const indicator = indicatorOf(context)
      if (!indicator) return null
      return (
        <FigurePage key={indicator.id} dataset={context.dataset} indicator={indicator} year={context.year} />
      )
    },
  },
  {
    pattern: /^\/report(?:\/(\d{4}))?$/,
    title: () => words.report,
    render: (context) => {
      const { dataset, query } = context
      const year = yearInPath(context, dataset.reports)
      if (year === null) return null
      const place = { at: query.get('at') ?? '', quote: query.get('quote') ?? '' }
      return <ReportPage key={year} dataset={dataset} year={year} {...place} />
    },
  },
  {
    pattern: /^\/plan(?:\/(\d{4}))?$/,
    title: (context) => planChapter(context)?.title ?? '',
    render: (context) => {
      const [chapter, year] = [planChapter(context), yearInPath(context, context.dataset.plans)]
      if (!chapter || year === null) return null
      const path = context.groups[0] === undefined ? '/plan' : `/plan/${year}`
      return <PlanPage dataset={context.dataset} chapter={chapter} year={year} {...planView(context, path)} />
    },
  },
  {
    pattern: /^\/compare$/,
    title: () => words.compare,
    render: (context) => <ComparePage dataset={context.dataset} {...comparison(context)} />,
  },
  {
    pattern: /^\/data$/,
    title: () => words.data,
    render: ({ dataset, year, query }) => <TablePage dataset={dataset} year={year} query={query} />,
  },
  {
    pattern: /^\/history$/,
    title: () => words.history,
    render: ({ dataset, query }) => (
      <HistoryPage
        dataset={dataset}
        indicator={query.get('indicator') ?? ''}
        from={query.get('from') ?? ''}
        to={query.get('to') ?? ''}
      />
    ),
  },
  {
    pattern: /^\/import$/,
    title: () => words.importData,
    render: ({ dataset }) => <ImportPage dataset={dataset} />,
  },
  {
    pattern: /^\/entries$/,
    title: () => words.entries,
    render: ({ dataset, year, query }) => <EntriesPage dataset={dataset} year={year} query={query} />,
  },
]

export interface Page {
  readonly title: string
  /** Missing: `null` for an unknown address. */
  readonly content: ReactNode | null
}

/** The page an address stands for. Missing: no content for an address, or a year in it, that was never entered. */
export function findPage(
  path: string,
  dataset: Dataset,
  year: Year | null,
  query: ReadonlyMap<string, string>,
): Page {
  const shown = year ?? latestYear(dataset)
  for (const route of routes) {
    const match = route.pattern.exec(path)
    if (!match || shown === null || !dataset.years.includes(shown)) continue
    const groups = match.slice(1).filter((group) => group !== undefined)
    const context: RouteContext = { dataset, year: shown, query, groups }
    return { title: route.title(context), content: route.render(context) }
  }
  return { title: '', content: null }
}
