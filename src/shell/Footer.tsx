import type { Dataset } from '#domain/dataset.ts'
import { Link } from '#ui/link.tsx'
import { words } from '#ui/words.ts'

/** Where the figures come from, and which edition of the data is shown. */
export function Footer({ dataset }: { readonly dataset: Dataset }) {
  const sources = [...dataset.sources.values()]
  return (
    <footer className="app-footer">
      {sources.map((source) => (
        <p key={source.year}>
          {`数据来源：${source.issuer}《${source.title}》，${source.date}公开，索引号 ${source.reference}。`}
        </p>
      ))}
      <p>{`${words.derivedFooter}${words.zeroFooter}`}</p>
      <p className="fingerprint">
        {`数据指纹 ${dataset.fingerprint}`}
        <Link to="/history">{words.history}</Link>
      </p>
    </footer>
  )
}
