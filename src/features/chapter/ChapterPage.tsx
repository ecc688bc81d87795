import { type FrameRow, toFrame } from '#charts/frame.ts'
import { type Chapter, type Indicator, indicatorsOf, type Section } from '#domain/catalogue.ts'
import { countStates, type Dataset } from '#domain/dataset.ts'
import type { Year } from '#domain/year.ts'
import { Chip } from '#ui/Chip.tsx'
import { Link } from '#ui/link.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { PanelCard } from '#ui/PanelCard.tsx'
import { SlotCard } from '#ui/SlotCard.tsx'
import { countSentence, words } from '#ui/words.ts'
import { YearPicker } from '#ui/YearPicker.tsx'

interface ChapterPageProps {
  readonly dataset: Dataset
  readonly chapter: Chapter
  readonly year: Year
}

interface GroupProps extends ChapterPageProps {
  readonly section: Section | null
}

/** Cards that fit beside a panel without outgrowing it. */
const CARDS_BESIDE = 4

const sectionId = (section: Section): string => `section-${section.number}`

/** Jumps inside the page without touching the address, which holds the route. */
function scrollToSection(section: Section): void {
  const heading = document.getElementById(sectionId(section))
  heading?.scrollIntoView()
  heading?.focus({ preventScroll: true })
}

/** Figures of one section: charts first, then a card for each figure no chart of the page shows. */
function Group({ dataset, chapter, section, year }: GroupProps) {
  const { catalogue } = dataset
  const number = section?.number ?? null
  const panels = catalogue.panels.filter(
    (panel) => panel.onChapter && panel.chapter === chapter.number && panel.section === number,
  )
  const charted = new Set(
    catalogue.panels
      .filter((panel) => panel.onChapter && panel.chapter === chapter.number)
      .flatMap((panel) => panel.parts.flatMap((part) => part.indicators)),
  )
  const inSection = (indicator: Indicator): boolean => indicator.section === number
  const single = indicatorsOf(catalogue, chapter.number).filter((i) => inSection(i) && !charted.has(i.id))
  const frame = toFrame(
    dataset,
    { kind: 'slot-card', indicators: single.map((i) => i.id), labels: [], subs: [] },
    year,
  )
  const card = (row: FrameRow) => (
    <SlotCard key={row.indicator.id} dataset={dataset} frame={frame} row={row} year={year} />
  )
  // A panel takes half a row, a lone one all of it; the half an odd panel leaves is filled with cards.
  const alone = panels.length === 1 && frame.rows.length === 0
  const beside = panels.length % 2 === 1 ? frame.rows.slice(0, CARDS_BESIDE) : []
  const below = frame.rows.slice(beside.length)
  return (
    <section className="group" aria-labelledby={section ? sectionId(section) : undefined}>
      {section && (
        <h2 className="group-title" id={sectionId(section)} tabIndex={-1}>
          {section.glyph}
          {section.title}
        </h2>
      )}
      <div className="group-grid">
        {panels.map((panel) => (
          <PanelCard
            key={panel.id}
            dataset={dataset}
            panel={panel}
            year={year}
            span={alone ? 'wide' : null}
          />
        ))}
        {beside.length > 0 && <div className="beside">{beside.map(card)}</div>}
        {below.map(card)}
      </div>
      {panels.length === 0 && frame.rows.length === 0 && (
        <p className="empty-group">
          {words.noFigures} <Link to={`/report/${year}`}>{words.noFiguresLink}</Link>
        </p>
      )}
    </section>
  )
}

/** One chapter of the report, section by section in the report's order. */
export function ChapterPage({ dataset, chapter, year }: ChapterPageProps) {
  const indicators = indicatorsOf(dataset.catalogue, chapter.number)
  const hasLoose = indicators.some((indicator) => indicator.section === null)
  return (
    <>
      <PageHead
        title={chapter.title}
        lead={countSentence(countStates(dataset, indicators, year))}
        mark={<Chip chapter={chapter} />}
      >
        <YearPicker
          years={dataset.years}
          openYears={dataset.openYears}
          year={year}
          path={`/c/${chapter.number}`}
        />
      </PageHead>
      {chapter.sections.length > 1 && (
        <nav className="section-nav" aria-label="本章各节">
          {chapter.sections.map((section) => (
            <button
              key={section.number}
              type="button"
              className="section-link"
              onClick={() => scrollToSection(section)}
            >
              {section.glyph.slice(0, 1)} {section.short}
            </button>
          ))}
        </nav>
      )}
      {hasLoose && <Group dataset={dataset} chapter={chapter} section={null} year={year} />}
      {chapter.sections.map((section) => (
        <Group key={section.number} dataset={dataset} chapter={chapter} section={section} year={year} />
      ))}
    </>
  )
}
