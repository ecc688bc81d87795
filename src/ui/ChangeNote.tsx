import type { Indicator } from '#domain/catalogue.ts'
import type { Change } from '#domain/measures/change.ts'
import { changeWords, judgementWords } from './changeWords.ts'

/** ▲ up, ▼ down, nothing for no change; drawn, so that no font can lack it. */
function Arrow({ up }: { readonly up: boolean }) {
  return (
    <svg className="arrow" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path d={up ? 'M6 1l5.5 10H.5z' : 'M6 11L.5 1h11z'} fill="currentColor" />
    </svg>
  )
}

interface ChangeNoteProps {
  readonly change: Change
  readonly indicator: Indicator
}

/** Change against an earlier year: arrow, number, verdict word; or a dash with the reason. */
export function ChangeNote({ change, indicator }: ChangeNoteProps) {
  const { outcome } = change
  const text = changeWords(change, indicator)
  if (outcome.kind === 'none' || outcome.kind === 'same')
    return <span className="change change-none">{text}</span>
  return (
    <span className={`change change-${outcome.judgement}`}>
      <Arrow up={outcome.by > 0} />
      {text}
      {outcome.judgement !== 'neutral' && <b>{judgementWords[outcome.judgement]}</b>}
    </span>
  )
}
