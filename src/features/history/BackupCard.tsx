import { useState } from 'react'
import { lastAuthor } from '#domain/revision.ts'
import { useApp } from '#store/useApp.ts'
import { downloadBackup } from '#ui/download.ts'
import { FileButton } from '#ui/FileButton.tsx'
import { keepingWords, refusalWords } from '#ui/keepingWords.ts'
import { historyWords } from '#ui/revisionWords.ts'

/** The whole log as one file, out and in again. */
export function BackupCard() {
  const log = useApp((state) => state.log)
  const author = useApp((state) => lastAuthor(state.ledger.revisions))
  const applySession = useApp((state) => state.applySession)
  const [answer, setAnswer] = useState('')
  const restore = async (file: File): Promise<void> => {
    const outcome = await log.restore({ text: await file.text(), name: file.name, author })
    if (!outcome.kept) return setAnswer(refusalWords[outcome.why])
    const { revision, durable, left } = outcome
    setAnswer(keepingWords.restored(revision.changes.length, left))
    applySession({ notice: { what: 'kept', revision, durable } })
  }
  return (
    <section className="card backup" aria-labelledby="backup">
      <h2 id="backup">{historyWords.backup}</h2>
      <p>{historyWords.backupLead}</p>
      <p className="check-choices">
        <button type="button" className="button" onClick={() => downloadBackup(log.exportLog())}>
          {keepingWords.exportLog}
        </button>
        <FileButton label={keepingWords.restore} accept=".json" onFile={(file) => void restore(file)} />
      </p>
      <p role="status">{answer}</p>
    </section>
  )
}
