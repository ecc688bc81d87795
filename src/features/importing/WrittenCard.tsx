import { useEffect, useRef } from 'react'
import { undoneBy } from '#domain/undo.ts'
import { useApp } from '#store/useApp.ts'
import { importWords } from '#ui/importWords.ts'
import { Link } from '#ui/link.tsx'
import type { Desk } from './desk.ts'
import { type ImportSession, nextItem, type Written } from './session.ts'
import { BackupButton } from './WriteStep.tsx'

/** 已写入, said only of what was kept, with the way to look at it and the way back. */
function Said({ written }: { readonly written: Written }) {
  const revisions = useApp((state) => state.ledger.revisions)
  const undo = useApp((state) => state.undo)
  const redo = useApp((state) => state.redo)
  const wasUndone = typeof undoneBy(revisions).get(written.revision) === 'number'
  const said = wasUndone
    ? importWords.wasUndone
    : written.durable
      ? importWords.written(written.count)
      : importWords.writtenInMemory(written.count)
  return (
    <>
      <p role="status">
        <bdi>{written.file}</bdi>：{said}
      </p>
      <div className="button-row">
        {!wasUndone &&
          written.years.map((year) => (
            <Link key={year} to={`/?year=${year}`} className="button primary">
              {importWords.seeYear(year)}
            </Link>
          ))}
        <Link to="/history" className="button">
          {importWords.history}
        </Link>
        <button
          type="button"
          className="button"
          onClick={() => void (wasUndone ? redo : undo)(written.revision)}
        >
          {wasUndone ? importWords.redo : importWords.undo}
        </button>
        {!written.durable && <BackupButton />}
      </div>
    </>
  )
}

interface CardProps {
  readonly desk: Desk
  readonly session: ImportSession
  readonly written: Written
}

/** What became of the file written last, and the file that comes next. */
export function WrittenCard({ desk, session, written }: CardProps) {
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [written.revision])
  const next = nextItem(session)
  return (
    <section className="card import-written" aria-labelledby="import-written">
      <h2 id="import-written" ref={head} tabIndex={-1}>
        {importWords.writtenHead}
      </h2>
      <Said written={written} />
      {next && (
        <p className="button-row">
          <span>
            <bdi>{importWords.nextWaits(next.name)}</bdi>
          </span>
          <button type="button" className="button primary" onClick={() => desk.begin(next.id)}>
            {importWords.begin}
          </button>
        </p>
      )}
    </section>
  )
}
