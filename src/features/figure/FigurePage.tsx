import { type ComponentType, lazy, Suspense, useState } from 'react'
import { type Catalogue, findChapter, type Indicator } from '#domain/catalogue.ts'
import { type Dataset, findObservation, latestYear, quantityOf } from '#domain/dataset.ts'
import { changeSinceLast } from '#domain/measures/change.ts'
import { stateOf } from '#domain/quantity.ts'
import { fillTemplate } from '#domain/template.ts'
import type { Year } from '#domain/year.ts'
import { useApp } from '#store/useApp.ts'
import { ChangeNote } from '#ui/ChangeNote.tsx'
import { Chip, chapterStyle } from '#ui/Chip.tsx'
import { useEdit } from '#ui/editing.tsx'
import { Figure, type FigureData, indicatorPath } from '#ui/Figure.tsx'
import { directionMeaning, figureWords, settingsWords } from '#ui/figureWords.ts'
import { LastKnown } from '#ui/LastKnown.tsx'
import { Link } from '#ui/link.tsx'
import { PageHead } from '#ui/PageHead.tsx'
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
import { ChangeLog } from './ChangeLog.tsx'
import { EntryTools } from './EntryTools.tsx'
import { hasEarlier, recentYears, Series } from './Series.tsx'
import type { SettingsProps } from './Settings.tsx'
import { SourceCard } from './SourceCard.tsx'
import { formerNames } from './settings.ts'
import { YearsTable } from './YearsTable.tsx'

const Settings = lazy<ComponentType<SettingsProps>>(async () => ({
  default: (await import('./Settings.tsx')).Settings,
}))

interface FigurePageProps {
  readonly dataset: Dataset
  readonly indicator: Indicator
  readonly year: Year
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

/** The change against the year before; where there is no figure, the last one there was. */
function ChangeSince({ dataset, indicator, year }: FigurePageProps) {
  const latest = latestYear(dataset)
  if (dataset.years.length < 2) return <p className="sub">{latest !== null && words.noSecondYear(latest)}</p>
  const change = changeSinceLast(dataset, indicator.id, year)
  return (
    <>
      {quantityOf(dataset, indicator, year).kind === 'missing' && (
        <LastKnown dataset={dataset} indicator={indicator} year={year} />
      )}
      <p className="sub">
        {change.base === year - 1 && words.sinceLast}
        <ChangeNote change={change} indicator={indicator} />
      </p>
    </>
  )
}

interface ValueCardProps extends FigurePageProps {
  readonly isWhole: boolean
  /** Missing: `null` where there are no earlier years to open. */
  readonly onWhole: (() => void) | null
}

/** What the figure is: value, why it is shown so, the years, the change. */
function ValueCard({ dataset, indicator, year, isWhole, onWhole }: ValueCardProps) {
  const quantity = quantityOf(dataset, indicator, year)
  const observation = findObservation(dataset, indicator.id, year)
  return (
    <section className="card value-card" style={chapterStyle(indicator.chapter)} aria-label="数值">
      <p className="hero">
        <Figure
          {...{ indicator, year, quantity }}
          size="hero"
          linked={false}
          period={observation?.period ?? null}
        />
        {observation?.doubtful && <span className="tag">{words.doubtful}</span>}
      </p>
      <StateNote indicator={indicator} year={year} quantity={quantity} />
      <Series dataset={dataset} indicator={indicator} year={year} isWhole={isWhole} />
      {onWhole && (
        <button type="button" className="button earlier" aria-expanded={isWhole} onClick={onWhole}>
          {isWhole ? figureWords.fewer : figureWords.earlier}
        </button>
      )}
      <ChangeSince dataset={dataset} indicator={indicator} year={year} />
      <EntryTools dataset={dataset} indicator={indicator} year={year} />
    </section>
  )
}

/** The names the series had before it was joined, each with its years. */
function FormerNames({ indicator }: Pick<FigurePageProps, 'indicator'>) {
  const base = useApp((state) => (state.data.status === 'ready' ? state.data.base : null))
  const names = base ? formerNames(base, indicator) : null
  if (!names || names.former.length === 0) return null
  return (
    <>
      <dt>{figureWords.formerly}</dt>
      <dd>
        {names.former.map(({ name, from, to }) => (
          <p key={name}>{figureWords.wasCalled(from, to, name)}</p>
        ))}
        {names.since !== null && <p>{figureWords.calledSince(names.since, indicator.name)}</p>}
      </dd>
    </>
  )
}

/** Direction and former name, to be decided by the analyst; the forms arrive when they are asked for. */
function SettingsPart({ dataset, indicator }: Omit<FigurePageProps, 'year'>) {
  const [isOpen, setIsOpen] = useState(false)
  if (useEdit() === null) return null
  return (
    <div className="settings">
      <button type="button" className="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {settingsWords.open}
      </button>
      {isOpen && (
        <Suspense fallback={<p className="sub">{words.pageLoading}</p>}>
          <Settings dataset={dataset} indicator={indicator} />
        </Suspense>
      )}
    </div>
  )
}

/** What the figure means and where it was read. */
function Facts({ dataset, indicator, year }: FigurePageProps) {
  const observation = findObservation(dataset, indicator.id, year)
  const caution = indicator.caution ? fillTemplate(indicator.caution, dataset, year) : null
  const denominator = dataset.catalogue.indicators.find((i) => i.id === indicator.denominator)
  const direction = `${directionWords[indicator.direction]}，${directionMeaning(indicator.direction, indicator.kind === 'rank')}`
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
        <dt>{figureWords.direction}</dt>
        <dd>{direction}</dd>
        <FormerNames indicator={indicator} />
        <dt>别名</dt>
        <dd>{indicator.aliases.join('、') || '无'}</dd>
        <dt>起始年度</dt>
        <dd className="num">{indicator.since}</dd>
        <dt>录入记录</dt>
        <dd>{observation ? sourceWords(observation.source) : words.nothingEntered}</dd>
      </dl>
      <SettingsPart dataset={dataset} indicator={indicator} />
    </section>
  )
}

/** One figure with its sentence. */
export function FigurePage({ dataset, indicator, year }: FigurePageProps) {
  const chapter = findChapter(dataset.catalogue, indicator.chapter)
  const recent = recentYears(dataset)
  // A year before the last ten opens them all; what somebody asks for stays.
  const [asked, setAsked] = useState<boolean | null>(null)
  const earlier = hasEarlier(dataset, recent)
  const isWhole = earlier && (asked ?? year < (recent[0] ?? year))
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
      <div className={isWhole ? 'figure-grid whole' : 'figure-grid'}>
        <ValueCard
          {...{ dataset, indicator, year, isWhole }}
          onWhole={earlier ? () => setAsked(!isWhole) : null}
        />
        <SourceCard dataset={dataset} indicator={indicator} year={year} />
        <Facts dataset={dataset} indicator={indicator} year={year} />
      </div>
      <YearsTable dataset={dataset} indicator={indicator} year={year} />
      <ChangeLog dataset={dataset} indicator={indicator} />
    </>
  )
}
