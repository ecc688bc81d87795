import type { ReactNode } from 'react'

interface PageHeadProps {
  readonly title: string
  readonly lead?: string | undefined
  /** Before the title, such as the chapter's glyph. */
  readonly mark?: ReactNode
  readonly children?: ReactNode
}

/** Heading of a page, its one line of summary, and its controls on the right. */
export function PageHead({ title, lead, mark, children }: PageHeadProps) {
  return (
    <div className="page-head">
      <div className="page-title">
        <h1>
          {mark}
          {title}
        </h1>
        {lead && <p>{lead}</p>}
      </div>
      {children && <div className="page-tools">{children}</div>}
    </div>
  )
}
