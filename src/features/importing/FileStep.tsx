import { type ReactNode, useId, useRef, useState } from 'react'
import { importWords, itemStateWords } from '#ui/importWords.ts'
import type { Desk } from './desk.ts'
import { pastedFile } from './intake.ts'
import { Step } from './Step.tsx'
import { currentItem, type ImportSession, type Item } from './session.ts'
import { useSeconds } from './useSeconds.ts'

const ACCEPTED = '.csv,.tsv,.txt,.xlsx,.xls'

interface PartProps {
  readonly desk: Desk
  readonly session: ImportSession
}

/** The button for files, as the browser's own input: it can be reached, named and dropped on. */
function Chooser({ desk }: Pick<PartProps, 'desk'>) {
  const id = useId()
  return (
    <div className="import-drop">
      <p>
        <span className="import-file">
          <input
            id={id}
            type="file"
            accept={ACCEPTED}
            multiple
            aria-describedby={`${id}-kinds`}
            onChange={({ currentTarget }) => {
              const files = [...(currentTarget.files ?? [])]
              currentTarget.value = ''
              desk.add(files)
            }}
          />
          <label htmlFor={id} className="button primary">
            {importWords.choose}
          </label>
        </span>
      </p>
      <p>{importWords.dropHere}</p>
      <p className="sub" id={`${id}-kinds`}>
        {importWords.kinds}
      </p>
    </div>
  )
}

/** A field for copied cells, where Ctrl+V alone is of no use: on phones, and for those who do not know it. */
function PasteBox({ desk }: Pick<PartProps, 'desk'>) {
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const read = (): void => {
    const text = field.current?.value ?? ''
    if (text.trim() === '') {
      setSaid(importWords.pasteEmpty)
      field.current?.focus()
      return
    }
    setSaid('')
    setOpen(false)
    desk.add([pastedFile(text)])
  }
  return (
    <>
      <button
        type="button"
        className="button"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open)
          if (!open) setTimeout(() => field.current?.focus())
        }}
      >
        {importWords.paste}
      </button>
      {open && (
        <div className="import-paste">
          <label htmlFor={id}>{importWords.pasteLabel}</label>
          <textarea id={id} ref={field} rows={6} aria-describedby={`${id}-said`} />
          <p id={`${id}-said`} role="alert">
            {said}
          </p>
          <button type="button" className="button primary" onClick={read}>
            {importWords.pasteRead}
          </button>
        </div>
      )}
    </>
  )
}

function QueueItem({ item, desk, session }: PartProps & { readonly item: Item }) {
  const canBegin = session.current === null && (item.state === 'waiting' || item.state === 'left')
  return (
    <li className={item.state}>
      <span>
        <bdi>{item.name}</bdi> <small>{importWords.size(item.size)}</small>
      </span>
      <span className="tag">{itemStateWords[item.state]}</span>
      {canBegin && (
        <button type="button" className="button" onClick={() => desk.begin(item.id)}>
          {importWords.begin}
          <span className="visually-hidden">{importWords.named(item.name)}</span>
        </button>
      )}
      {item.state !== 'current' && item.state !== 'written' && (
        <button
          type="button"
          className="text-button"
          aria-label={importWords.removeNamed(item.name)}
          onClick={() => desk.dispatch({ is: 'removed', id: item.id })}
        >
          {importWords.remove}
        </button>
      )}
      {item.state === 'current' && session.saving.at !== 'saving' && (
        <button type="button" className="button" title={importWords.leaveHint} onClick={desk.leave}>
          {importWords.leave}
        </button>
      )}
    </li>
  )
}

/** What the reading is at, told so that nobody waits without knowing. */
function Progress({ session, desk }: PartProps) {
  const item = session.current ?? 0
  const seconds = useSeconds(session.isReading)
  const { failure } = session
  return (
    <>
      <p role="status" className={seconds < 1 ? 'import-progress' : 'import-progress long'}>
        {session.isReading && (seconds < 2 ? importWords.reading : importWords.readingSince(seconds))}
      </p>
      {failure && (
        <div role="alert" className="import-failure">
          <p>
            <bdi>
              {failure.why === 'not-given' ? importWords.notGiven : importWords.programFault(failure.raw)}
            </bdi>
          </p>
          <button type="button" className="button" onClick={() => desk.begin(item)}>
            {importWords.readAgain}
          </button>
        </div>
      )}
    </>
  )
}

/** ① Files by button, drop or paste; one is at work, the others wait. */
export function FileStep({ desk, session, children }: PartProps & { readonly children?: ReactNode }) {
  const item = currentItem(session)
  return (
    <Step place={0} state={item ? 'done' : 'open'} summary={item?.name ?? ''}>
      {!item && <Chooser desk={desk} />}
      <div className="button-row">
        {!item && <PasteBox desk={desk} />}
        {children}
      </div>
      {session.items.length > 0 && (
        <ul className="import-queue" aria-label={importWords.queue}>
          {session.items.map((entry) => (
            <QueueItem key={entry.id} item={entry} desk={desk} session={session} />
          ))}
        </ul>
      )}
      <Progress desk={desk} session={session} />
    </Step>
  )
}
