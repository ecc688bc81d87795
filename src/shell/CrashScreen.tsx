import { Component, type ReactNode } from 'react'
import { downloadBackup } from '#ui/download.ts'

interface CrashScreenProps {
  /** The data as a text file, for the user to keep. Missing: `null` when none was read. */
  readonly backup: () => string | null
  readonly children: ReactNode
}

interface CrashScreenState {
  readonly message: string | null
}

/** What broke the page may break the backup too; the way on must not be lost with it. */
function backupOrNull(backup: CrashScreenProps['backup']): string | null {
  try {
    return backup()
  } catch {
    return null
  }
}

/** Catches our own mistakes while drawing; the data comes first, then the way on. */
export class CrashScreen extends Component<CrashScreenProps, CrashScreenState> {
  override state: CrashScreenState = { message: null }

  static getDerivedStateFromError(error: unknown): CrashScreenState {
    return { message: error instanceof Error ? error.message : String(error) }
  }

  override componentDidMount(): void {
    window.addEventListener('hashchange', this.recover)
  }

  override componentWillUnmount(): void {
    window.removeEventListener('hashchange', this.recover)
  }

  recover = (): void => {
    if (this.state.message !== null) this.setState({ message: null })
  }

  override render(): ReactNode {
    const { message } = this.state
    if (message === null) return this.props.children
    const backup = backupOrNull(this.props.backup)
    return (
      <div className="card failure" role="alert">
        <h1>这一页没有画出来</h1>
        <p>这是程序的问题，数据没有受影响。可以先下载数据留底，再返回总览或刷新页面。</p>
        <p className="button-row">
          {backup !== null && (
            <button type="button" className="button primary" onClick={() => downloadBackup(backup)}>
              下载数据
            </button>
          )}
          <a className="button" href="#/">
            返回总览
          </a>
          <button type="button" className="button" onClick={() => window.location.reload()}>
            刷新页面
          </button>
        </p>
        <details>
          <summary>给维护人员的信息</summary>
          <pre>{message}</pre>
        </details>
      </div>
    )
  }
}
