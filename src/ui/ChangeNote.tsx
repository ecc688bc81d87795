import type { Indicator } from '#domain/catalogue.ts'
import type { Change } from '#domain/measures/change.ts'
import { changeParts, changeWords, judgementWords, shortReason } from './changeWords.ts'

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
  /** A long reason in a few words, the whole sentence in its tip: for cards, which lead to the figure's page. */
  readonly short?: boolean
}

/** Change against an earlier year: arrow, number, verdict word; or a dash with the reason. */
export function ChangeNote({ change, indicator, short = false }: ChangeNoteProps) {
  const { outcome } = change
  const whole = changeWords(change, indicator)
  if (outcome.kind === 'none') {
    const shown = short ? shortReason(outcome, change) : whole
    return (
      <span className="change change-none" title={shown === whole ? undefined : whole}>{`— ${shown}`}</span>
    )
  }
  if (outcome.kind === 'same') return <span className="change change-none">{whole}</span>
  const { lead, body, limits } = changeParts(change, indicator)
  return (
    <span className={`change change-${outcome.judgement}`}>
      {lead !== '' && <span className="change-lead">{lead}</span>}
      <Arrow up={outcome.by > 0} />
      {body}
      {outcome.judgement !== 'neutral' && <b>{judgementWords[outcome.judgement]}</b>}
      {limits !== '' && <span className="change-limits">{limits}</span>}
    </span>
  )
}
