import { type Dataset, latestYear, type ReportSource } from '#domain/dataset.ts'
import { selectToCheck, selectYear } from '#store/selectors.ts'
import { useApp } from '#store/useApp.ts'
import { Link } from '#ui/link.tsx'
import { words } from '#ui/words.ts'

function Source({ source }: { readonly source: ReportSource }) {
  const { issuer, title, date, reference } = source
  return <p>{`数据来源：${issuer}《${title}》，${date}公开，索引号 ${reference}。`}</p>
}

/** Where the figures come from, the year looked at first, and which edition of the data is shown. */
export function Footer({ dataset }: { readonly dataset: Dataset }) {
  const year = useApp(selectYear) ?? latestYear(dataset)
  const toCheck = useApp(selectToCheck)
  const sources = [...dataset.sources.values()]
  const shown = sources.filter((source) => source.year === year)
  const others = sources.filter((source) => source.year !== year)
  return (
    <footer className="app-footer">
      {shown.map((source) => (
        <Source key={source.year} source={source} />
      ))}
      {others.length > 0 && (
        <details>
          <summary>{words.otherSources(others.length)}</summary>
          {others.map((source) => (
            <Source key={source.year} source={source} />
          ))}
        </details>
      )}
      <p>{`${words.derivedFooter}${words.zeroFooter}`}</p>
      <p className="fingerprint">
        {`数据指纹 ${dataset.fingerprint}`}
        <Link to="/history">{toCheck > 0 ? words.historyToCheck(toCheck) : words.history}</Link>
      </p>
    </footer>
  )
}
