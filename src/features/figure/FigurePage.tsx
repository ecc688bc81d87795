import { useMemo } from 'react'
import { type ChartFrame, toFrame } from '#charts/frame.ts'
import { kinds } from '#charts/kinds/index.ts'
import { zoomStart } from '#charts/kinds/rateLine.ts'
import { type Catalogue, type ChartKind, findChapter, type Indicator } from '#domain/catalogue.ts'
import { type Dataset, findObservation, latestYear, quantityOf } from '#domain/dataset.ts'
import { changeSinceLast } from '#domain/measures/change.ts'
import { stateOf } from '#domain/quantity.ts'
import { fillTemplate } from '#domain/template.ts'
import type { Year } from '#domain/year.ts'
import { ChangeNote } from '#ui/ChangeNote.tsx'
import { Chart } from '#ui/Chart.tsx'
import { Chip, chapterStyle } from '#ui/Chip.tsx'
import { Figure, type FigureData, indicatorPath } from '#ui/Figure.tsx'
import { Link } from '#ui/link.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { RankLadder } from '#ui/RankLadder.tsx'
import { TwinTable } from '#ui/TwinTable.tsx'
import {
  directionWords,
  kindWords,
  natureWords,
  printedNote,
  sourceWords,
  stateTip,
  stateWords,
  words,
} from '#ui/words.ts'
import { YearPicker } from '#ui/YearPicker.tsx'
import { EntryTools } from './EntryTools.tsx'
import { SourceCard } from './SourceCard.tsx'

interface FigurePageProps {
  readonly dataset: Dataset
  readonly indicator: Indicator
  readonly year: Year
}

/** Rates and places move on a line, everything else stands on 0; a single rate still shows its track. */
function kindOf(indicator: Indicator, doubtful: boolean, many: boolean): ChartKind {
  if (indicator.kind === 'rank') return many ? 'rate-line' : 'rank-ladder'
  if (indicator.kind !== 'rate' || doubtful) return 'year-columns'
  return many ? 'rate-line' : 'rate-bars'
}

function neighbours(catalogue: Catalogue, indicator: Indicator) {
  const at = catalogue.indicators.indexOf(indicator)
  return { previous: catalogue.indicators[at - 1], next: catalogue.indicators[at + 1] }
}

function Neighbours({
  catalogue,
  indicator,
}: {
  readonly catalogue: Catalogue
  readonly indicator: Indicator
}) {
  const { previous, next } = neighbours(catalogue, indicator)
  return (
    <nav className="neighbours" aria-label="相邻指标">
      {previous && (
        <Link to={indicatorPath(previous)} className="button" label={`上一项：${previous.short}`}>
          ‹ 上一项
        </Link>
      )}
      {next && (
        <Link to={indicatorPath(next)} className="button" label={`下一项：${next.short}`}>
          下一项 ›
        </Link>
      )}
    </nav>
  )
}

/** Why the figure is shown so: the printed words of a bound, or the reason there is none. */
function StateNote({ indicator, year, quantity }: FigureData) {
  const tip = stateTip(stateOf(quantity), year, quantity.kind === 'known' ? quantity : null, indicator.unit)
  const printed = quantity.kind === 'known' ? printedNote(quantity, indicator.unit) : null
  const text = tip ?? printed
  return text ? <p className="note">{text}</p> : null
}

interface SeriesProps extends FigurePageProps {
  readonly frame: ChartFrame
}

/** The figure over the years, with the start of a zoomed axis in words. */
function Series({ dataset, indicator, year, frame }: SeriesProps) {
  const doubtful = findObservation(dataset, indicator.id, year)?.doubtful ?? false
  const kind = kindOf(indicator, doubtful, frame.many)
  const found = kinds[kind]
  const start = kind === 'rate-line' ? zoomStart(frame) : null
  if (found.draws === 'html')
    return <RankLadder frame={frame} dataset={dataset} year={year} label={indicator.name} />
  return (
    <>
      <Chart kind={found} frame={frame} label={indicator.name} />
      {start !== null && <p className="sub">{words.axisFrom(start)}</p>}
    </>
  )
}

/** What the figure is: value, why it is shown so, the years, the change. */
function ValueCard({ dataset, indicator, year }: FigurePageProps) {
  const quantity = quantityOf(dataset, indicator, year)
  const frame = useMemo(
    () => toFrame(dataset, { kind: 'year-columns', indicators: [indicator.id], labels: [], subs: [] }, year),
    [dataset, indicator, year],
  )
  const latest = latestYear(dataset)
  const change = changeSinceLast(dataset, indicator.id, year)
  return (
    <section className="card value-card" style={chapterStyle(indicator.chapter)} aria-label="数值">
      <p className="hero">
        <Figure indicator={indicator} year={year} quantity={quantity} size="hero" linked={false} />
        {findObservation(dataset, indicator.id, year)?.doubtful && (
          <span className="tag">{words.doubtful}</span>
        )}
      </p>
      <StateNote indicator={indicator} year={year} quantity={quantity} />
      <Series dataset={dataset} indicator={indicator} year={year} frame={frame} />
      <p className="sub">
        {frame.many ? (
          <>
            {change.base === year - 1 && words.sinceLast}
            <ChangeNote change={change} indicator={indicator} />
          </>
        ) : (
          latest !== null && words.noSecondYear(latest)
        )}
      </p>
      <EntryTools dataset={dataset} indicator={indicator} year={year} />
      <TwinTable
        dataset={dataset}
        indicators={[indicator.id]}
        year={year}
        years={frame.years}
        label={indicator.name}
        open
        id="figure-twin"
      />
    </section>
  )
}

/** What the figure means and where it was read. */
function Facts({ dataset, indicator, year }: FigurePageProps) {
  const observation = findObservation(dataset, indicator.id, year)
  const caution = indicator.caution ? fillTemplate(indicator.caution, dataset, year) : null
  const denominator = dataset.catalogue.indicators.find((i) => i.id === indicator.denominator)
  return (
    <section className="card facts" aria-label="说明">
      {(caution || observation?.note) && (
        <div className="caution">
          <h2>{words.caution}</h2>
          {caution && <p>{caution}</p>}
          {observation?.note && <p>{observation.note}</p>}
        </div>
      )}
      <dl>
        <dt>口径说明</dt>
        <dd>{indicator.definition}</dd>
        {denominator && (
          <>
            <dt>分母</dt>
            <dd>
              <Link to={indicatorPath(denominator)}>{denominator.name}</Link>
            </dd>
          </>
        )}
        <dt>别名</dt>
        <dd>{indicator.aliases.join('、') || '无'}</dd>
        <dt>起始年度</dt>
        <dd className="num">{indicator.since}</dd>
        <dt>录入记录</dt>
        <dd>{observation ? sourceWords(observation.source) : words.nothingEntered}</dd>
      </dl>
    </section>
  )
}

/** One figure with its sentence. */
export function FigurePage({ dataset, indicator, year }: FigurePageProps) {
  const chapter = findChapter(dataset.catalogue, indicator.chapter)
  const quantity = quantityOf(dataset, indicator, year)
  const chips = [
    directionWords[indicator.direction],
    stateWords[stateOf(quantity)],
    kindWords[indicator.kind],
    natureWords[indicator.nature],
    indicator.unit,
  ]
  return (
    <>
      {chapter && (
        <p className="crumb">
          <Link to={`/c/${chapter.number}`}>{`‹ ${chapter.glyph} ${chapter.short}`}</Link>
        </p>
      )}
      <PageHead title={indicator.name} mark={chapter && <Chip chapter={chapter} />}>
        <YearPicker
          years={dataset.years}
          openYears={dataset.openYears}
          year={year}
          path={indicatorPath(indicator)}
        />
        <Neighbours catalogue={dataset.catalogue} indicator={indicator} />
      </PageHead>
      <ul className="tags" aria-label="性质">
        {[...new Set(chips)].map((chip) => (
          <li key={chip} className="tag">
            {chip}
          </li>
        ))}
      </ul>
      <div className="figure-grid">
        <ValueCard dataset={dataset} indicator={indicator} year={year} />
        <SourceCard dataset={dataset} indicator={indicator} year={year} />
        <Facts dataset={dataset} indicator={indicator} year={year} />
      </div>
    </>
  )
}
