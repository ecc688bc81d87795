import { useId } from 'react'
import { lastAuthor } from '#domain/revision.ts'
import { type ImportPlan, takenFigures } from '#importing/upload/planImport.ts'
import { useApp } from '#store/useApp.ts'
import { downloadBackup } from '#ui/download.ts'
import { importFailureWords, importWords, waitingWords, writeObstacles } from '#ui/importWords.ts'
import type { Desk } from './desk.ts'
import { type Obstacle, obstacleTo } from './progress.ts'
import { Step } from './Step.tsx'
import type { ImportSession } from './session.ts'
import { useWriting } from './useWriting.ts'

function obstacleWords(obstacle: Obstacle): string {
  if (obstacle.is === 'errors' || obstacle.is === 'warnings')
    return writeObstacles[obstacle.is](obstacle.count)
  return writeObstacles[obstacle.is]
}

/** A backup is always one click away where something was not kept. */
export function BackupButton() {
  const exportLog = useApp((state) => state.log.exportLog)
  return (
    <button type="button" className="button" onClick={() => downloadBackup(exportLog())}>
      {importWords.backup}
    </button>
  )
}

interface StepProps {
  readonly desk: Desk
  readonly session: ImportSession
  readonly plan: ImportPlan | null
}

/** ⑥ The one button that changes something, with what keeps it from working beside it. */
export function WriteStep({ desk, session, plan }: StepProps) {
  const id = useId()
  const isReadOnly = useApp((state) => state.ledger.keeping) === 'read-only'
  const known = useApp((state) => lastAuthor(state.ledger.revisions))
  const write = useWriting(desk)
  if (!plan || !session.reading) return <Step place={5} state="waiting" summary={waitingWords.preview} />
  const obstacle = obstacleTo(session, plan, isReadOnly)
  const taken = takenFigures(plan, session.confirmed)
  const added = taken.filter(({ effect }) => effect === 'new').length
  const author = session.author ?? known
  const reason = session.reason ?? importWords.defaultReason(session.reading.file)
  const { saving } = session
  const isBusy = saving.at === 'saving'
  const onWrite = (): void => {
    if (!obstacle && !isBusy) void write(plan, { author, reason })
  }
  return (
    <Step place={5} state="open" summary="">
      <div className="import-form">
        <label className="tool wide">
          <span>{importWords.reason}</span>
          <input
            value={reason}
            onChange={({ currentTarget }) =>
              desk.dispatch({ is: 'typed', field: 'reason', text: currentTarget.value })
            }
          />
        </label>
        <label className="tool">
          <span>{importWords.author}</span>
          <input
            value={author}
            onChange={({ currentTarget }) =>
              desk.dispatch({ is: 'typed', field: 'author', text: currentTarget.value })
            }
          />
        </label>
      </div>
      {saving.at === 'failed' && (
        <div role="alert" className="import-failure">
          <p>{importFailureWords[saving.why]}</p>
          <BackupButton />
        </div>
      )}
      <div className="button-row">
        <button
          type="button"
          className="button primary"
          aria-disabled={obstacle !== null || isBusy}
          aria-describedby={id}
          onClick={onWrite}
        >
          {importWords.write(taken.length)}
        </button>
        <p id={id} role="status">
          {isBusy
            ? importWords.saving
            : obstacle
              ? obstacleWords(obstacle)
              : importWords.ready(added, taken.length - added)}
        </p>
      </div>
    </Step>
  )
}
