import { useId, useMemo, useState } from 'react'
import { type ChartFrame, toFrame } from '#charts/frame.ts'
import { entryMatrix, entryYears } from '#charts/kinds/entryMatrix.ts'
import { kinds, kindsFor } from '#charts/kinds/index.ts'
import { zoomStart } from '#charts/kinds/rateLine.ts'
import { panelPeriod, summariseRates } from '#charts/titles.ts'
import {
  type Chapter,
  type ChartKind,
  findChapter,
  findIndicator,
  type Panel,
  type PanelPart,
} from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import { changeSinceLast } from '#domain/measures/change.ts'
import { toPeriodText } from '#domain/note.ts'
import { fillTemplate } from '#domain/template.ts'
import type { Year } from '#domain/year.ts'
import { ChangeNote } from './ChangeNote.tsx'
import { Chart } from './Chart.tsx'
import { Chip, chapterStyle } from './Chip.tsx'
import { EntryMatrix } from './EntryMatrix.tsx'
import { RankLadder } from './RankLadder.tsx'
import { SlotCard } from './SlotCard.tsx'
import { Template } from './Template.tsx'
import { TwinTable } from './TwinTable.tsx'
import { ratesTitle, words, yearWord } from './words.ts'

interface PartProps {
  readonly dataset: Dataset
  readonly year: Year
  readonly part: PanelPart
  readonly label: string
}

interface KindViewProps extends PartProps {
  readonly kind: ChartKind
  readonly frame: ChartFrame
}

/** Draws one part with one kind; HTML kinds have their own components. */
function KindView({ kind, frame, dataset, year, label }: KindViewProps) {
  const found = kinds[kind]
  if (found.draws === 'echarts') return <Chart kind={found} frame={frame} label={label} />
  switch (kind) {
    case 'rank-ladder':
      return <RankLadder frame={frame} dataset={dataset} year={year} label={label} />
    case 'entry-matrix':
      return <EntryMatrix rows={entryMatrix(dataset, entryYears(dataset, false))} label={label} />
    default:
      return frame.rows.map((row) => (
        <SlotCard key={row.indicator.id} dataset={dataset} frame={frame} row={row} year={year} bare />
      ))
  }
}

/** One part of a panel: its name where it has one, and its chart or charts. */
function Part({ dataset, year, part, label }: PartProps) {
  const frame = useMemo(() => toFrame(dataset, part, year), [dataset, part, year])
  const name = part.name ? fillTemplate(part.name, dataset, year) : null
  const partLabel = name ?? label
  return (
    <div className={`part part-${part.kind}`}>
      {part.name && name && (
        <h3 className="part-name">
          <Template template={part.name} dataset={dataset} year={year} />
        </h3>
      )}
      {kindsFor(part.kind, frame.many).map((kind) => (
        <KindView
          key={kind}
          kind={kind}
          frame={frame}
          dataset={dataset}
          year={year}
          part={part}
          label={partLabel}
        />
      ))}
      {frame.many && kindsFor(part.kind, true).includes('rate-line') && zoomStart(frame) !== null && (
        <p className="sub">{words.axisFrom(zoomStart(frame) ?? 0)}</p>
      )}
    </div>
  )
}

/** The title says what is true, by rule; the plain name where a figure in it is missing. */
function titleOf(dataset: Dataset, panel: Panel, year: Year): string {
  const rates = panel.titleRule === 'rates' ? summariseRates(dataset, panel, year) : null
  if (rates) return ratesTitle(rates)
  return (panel.title && fillTemplate(panel.title, dataset, year)) ?? panel.name
}

/** 2033年, with the months where every figure of the panel covers the same ones. */
function periodWords(dataset: Dataset, panel: Panel, year: Year): string {
  const period = panelPeriod(dataset, panel, year)
  if (period === 'mixed') return yearWord(year) + words.mixedPeriods
  return yearWord(year) + (period ? toPeriodText(period) : '')
}

/** The change of every figure the charts show; a card in a panel says its own. */
function Changes({ dataset, panel, year }: Pick<PanelCardProps, 'dataset' | 'panel' | 'year'>) {
  const charted = panel.parts.flatMap((part) => (part.kind === 'slot-card' ? [] : part.indicators))
  const indicators = [...new Set(charted)].flatMap((id) => findIndicator(dataset.catalogue, id) ?? [])
  if (dataset.years.length < 2 || indicators.length === 0) return null
  return (
    <ul className="changes" aria-label={words.sinceLastColumn}>
      {indicators.map((indicator) => (
        <li key={indicator.id}>
          <span>{indicator.short}</span>{' '}
          <ChangeNote change={changeSinceLast(dataset, indicator.id, year)} indicator={indicator} short />
        </li>
      ))}
    </ul>
  )
}

/** Chapters whose figures the panel shows, in the report's order. */
function chaptersOf(dataset: Dataset, panel: Panel): readonly Chapter[] {
  const ids = new Set(panel.parts.flatMap((part) => part.indicators))
  const numbers = new Set(dataset.catalogue.indicators.filter((i) => ids.has(i.id)).map((i) => i.chapter))
  return dataset.catalogue.chapters.filter((chapter) => numbers.has(chapter.number))
}

interface PanelCardProps {
  readonly dataset: Dataset
  readonly panel: Panel
  readonly year: Year
  /** Twelfths of the overview's width, or the whole row. */
  readonly span: number | 'wide' | null
  /** The chapter's glyph before the title; a chapter page says it once at its head. */
  readonly glyph?: boolean
}

/** A card with one chart or several: title, subtitle, drawing, notes, source and the twin table. */
export function PanelCard({ dataset, panel, year, span, glyph = false }: PanelCardProps) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const indicators = [...new Set(panel.parts.flatMap((part) => part.indicators))]
  const chapters = chaptersOf(dataset, panel)
  const chapter = findChapter(dataset.catalogue, panel.chapter)
  const title = titleOf(dataset, panel, year)
  const notes = panel.notes.filter((note) => fillTemplate(note, dataset, year) !== null)
  return (
    <section
      className={`card panel${span === 'wide' ? ' wide' : span ? ` span-${span}` : ''}`}
      style={chapterStyle(panel.chapter)}
      aria-labelledby={`${id}-title`}
    >
      <h2 id={`${id}-title`}>
        {glyph && chapter && indicators.length > 0 && <Chip chapter={chapter} />}
        <span>
          {panel.title && title !== panel.name && panel.titleRule === null ? (
            <Template template={panel.title} dataset={dataset} year={year} />
          ) : (
            title
          )}
        </span>
      </h2>
      <p className="panel-sub">
        {[periodWords(dataset, panel, year), panel.subtitle].filter(Boolean).join(' · ')}
      </p>
      <div className="parts">
        {panel.parts.map((part) => (
          <Part
            key={part.kind + part.indicators.join()}
            dataset={dataset}
            year={year}
            part={part}
            label={title}
          />
        ))}
      </div>
      <Changes dataset={dataset} panel={panel} year={year} />
      {notes.map((note) => (
        <p className="note" key={note}>
          <Template template={note} dataset={dataset} year={year} />
        </p>
      ))}
      {indicators.length > 0 && (
        <>
          <p className="panel-foot">
            <span>{words.sourceOf(chapters.map((c) => words.partOf(c.glyph, c.number)).join('、'))}</span>
            <button
              type="button"
              className="text-button"
              aria-expanded={open}
              aria-controls={`${id}-twin`}
              onClick={() => setOpen(!open)}
            >
              {open ? words.hideData : words.dataAndQuotes}
            </button>
          </p>
          <TwinTable
            dataset={dataset}
            indicators={indicators}
            year={year}
            label={title}
            open={open}
            id={`${id}-twin`}
          />
        </>
      )}
    </section>
  )
}
