import type { Finding } from '#domain/finding.ts'
import { findingText } from '#ui/findingWords.ts'
import { words } from '#ui/words.ts'

const MOST_SHOWN = 20

interface FailurePageProps {
  readonly findings: readonly Finding[]
  readonly onRetry: () => void
}

/** The data could not be read: what happened, file by file, and a way on. */
export function FailurePage({ findings, onRetry }: FailurePageProps) {
  const blocking = findings.filter((finding) => finding.severity === 'blocks')
  return (
    <div className="card failure" role="alert">
      <h1>数据没有读出来</h1>
      <p>页面本身正常，下面的数据文件需要处理。没有任何数据被改动。</p>
      <ul>
        {blocking.slice(0, MOST_SHOWN).map((finding) => (
          <li key={findingText(finding)}>
            <bdi>{findingText(finding)}</bdi>
          </li>
        ))}
      </ul>
      {blocking.length > MOST_SHOWN && <p>{`还有${blocking.length - MOST_SHOWN}处，处理以上各处后再试。`}</p>}
      <button type="button" className="button primary" onClick={onRetry}>
        {words.retry}
      </button>
    </div>
  )
}
