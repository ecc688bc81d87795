import { type ReactNode, useState } from 'react'
import type { KeepingTrouble, RestoreOutcome } from '#store/ledger.ts'
import { useApp } from '#store/useApp.ts'
import { datedName, download, downloadBackup } from '#ui/download.ts'
import { FileButton } from '#ui/FileButton.tsx'
import { keepingWords, refusalWords, troubleWords } from '#ui/keepingWords.ts'
import { words } from '#ui/words.ts'

type WayOut = 'restore' | 'resume' | 'retry' | 'saveAgain' | 'reload' | 'exportLog' | 'exportRaw'

/** What can be done, the best first; a backup can be had in every trouble. */
const waysOut: Readonly<Record<KeepingTrouble, readonly WayOut[]>> = {
  'no-storage': ['exportLog', 'retry'],
  'no-answer': ['exportLog', 'retry'],
  closed: ['exportLog', 'saveAgain'],
  blocked: ['retry', 'exportLog'],
  superseded: ['reload', 'exportLog'],
  newer: ['reload', 'exportRaw', 'exportLog'],
  damaged: ['exportRaw', 'resume', 'exportLog'],
  lost: ['restore', 'resume', 'exportLog'],
}

const restoreText = (outcome: RestoreOutcome): string =>
  outcome.kept
    ? keepingWords.restored(outcome.revision.changes.length, outcome.left)
    : refusalWords[outcome.why]

/** What became of the way out that was taken, once the trouble is over. */
function Answer({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  return (
    <section className="keeping" aria-label={keepingWords.label}>
      <p role="status">{text}</p>
      <p className="keeping-ways">
        <button type="button" className="button" onClick={onClose}>
          {words.close}
        </button>
      </p>
    </section>
  )
}

/** Says, as long as it lasts, that changes are not kept as they should be; gives the ways out. */
export function KeepingBanner() {
  const trouble = useApp((state) => state.ledger.trouble)
  const unreadable = useApp((state) => state.ledger.unreadable)
  const log = useApp((state) => state.log)
  const hasData = useApp((state) => state.data.status === 'ready')
  const [answer, setAnswer] = useState('')
  if (!trouble) return answer ? <Answer text={answer} onClose={() => setAnswer('')} /> : null
  const { what, more } = troubleWords[trouble](unreadable)

  const retry = async (): Promise<void> => {
    setAnswer('')
    if (!(await log.retry())) setAnswer(keepingWords.stillTrouble)
  }
  const act: Readonly<Record<Exclude<WayOut, 'restore'>, () => void>> = {
    resume: () => void log.resume(),
    retry: () => void retry(),
    saveAgain: () => void retry(),
    reload: () => window.location.reload(),
    exportLog: () => downloadBackup(log.exportLog()),
    exportRaw: () =>
      void log.exportRaw().then((text) => {
        if (text === null) setAnswer(keepingWords.rawMissing)
        else download(text, datedName(keepingWords.rawName, 'json', new Date()))
      }),
  }
  const restore = async (file: File): Promise<void> =>
    setAnswer(restoreText(await log.restore({ text: await file.text(), name: file.name, author: '' })))

  const button = (way: WayOut, i: number): ReactNode => {
    if (way === 'exportLog' && !hasData) return null
    if (way === 'restore')
      return (
        <FileButton
          key={way}
          label={keepingWords.restore}
          accept=".json"
          isPrimary={i === 0}
          onFile={(file) => void restore(file)}
        />
      )
    return (
      <button key={way} type="button" className={i === 0 ? 'button primary' : 'button'} onClick={act[way]}>
        {keepingWords[way]}
      </button>
    )
  }
  return (
    <section className="keeping" aria-label={keepingWords.label}>
      <p role="alert">
        <b>{what}</b>
        {more}
      </p>
      <p className="keeping-ways">{waysOut[trouble].map(button)}</p>
      <p role="status">{answer}</p>
    </section>
  )
}
