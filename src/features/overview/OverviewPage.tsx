import { overviewPanels } from '#domain/catalogue.ts'
import { countStates, type Dataset } from '#domain/dataset.ts'
import type { Year } from '#domain/year.ts'
import { PageHead } from '#ui/PageHead.tsx'
import { PanelCard } from '#ui/PanelCard.tsx'
import { countSentence, words } from '#ui/words.ts'
import { YearPicker } from '#ui/YearPicker.tsx'
import { Headline } from './Headline.tsx'

/** Explains the marks once, in the same shapes the charts use. */
function Legend() {
  return (
    <ul className="legend" aria-label="图例">
      <li>
        <i className="key entered" />
        已录入
      </li>
      <li>
        <i className="key pending" />
        待录入
      </li>
      <li>
        <i className="key not-published" />
        未公布
      </li>
      <li>
        <b className="num">≥</b>
        下限值
      </li>
    </ul>
  )
}

interface OverviewPageProps {
  readonly dataset: Dataset
  readonly year: Year
}

/** The first page: headlines, the panels the catalogue puts here, and what is entered. */
export function OverviewPage({ dataset, year }: OverviewPageProps) {
  const { catalogue } = dataset
  return (
    <>
      <PageHead
        title={words.overviewOf(year)}
        lead={countSentence(countStates(dataset, catalogue.indicators, year))}
      >
        <Legend />
        <YearPicker years={dataset.years} openYears={dataset.openYears} year={year} path="/" />
      </PageHead>
      <div className="headlines">
        {catalogue.headlines.map((headline) => (
          <Headline key={headline.id} dataset={dataset} headline={headline} year={year} />
        ))}
      </div>
      <div className={dataset.years.length > 1 ? 'panels flowing' : 'panels'}>
        {overviewPanels(catalogue).map(({ panel, span }) => (
          <PanelCard key={panel.id} dataset={dataset} panel={panel} year={year} span={span} glyph />
        ))}
      </div>
    </>
  )
}
