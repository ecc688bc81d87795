import { type Chapter, findIndicator } from '#domain/catalogue.ts'
import { type Dataset, quantityOf } from '#domain/dataset.ts'
import type { PlanItem } from '#domain/plan.ts'
import { toPrintedPunctuation } from '#domain/report.ts'
import type { Year } from '#domain/year.ts'
import { Chip } from '#ui/Chip.tsx'
import { Figure, indicatorPath } from '#ui/Figure.tsx'
import { Link } from '#ui/link.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { YearPicker } from '#ui/YearPicker.tsx'

interface PlanPageProps {
  readonly dataset: Dataset
  readonly chapter: Chapter
  readonly year: Year
}

interface ItemProps {
  readonly dataset: Dataset
  readonly item: PlanItem
  readonly year: Year
}

/** The slot of the next report: empty and dashed until a person quotes a sentence from it. */
function NextSlot({ item, year }: Omit<ItemProps, 'dataset'>) {
  if (item.state === '待对应') return <p className="next-slot pending">{`待${year + 1}年报告`}</p>
  return (
    <p className="next-slot">
      <b>{item.state}</b>
      {item.nextQuote && <q>{item.nextQuote}</q>}
    </p>
  )
}

function Item({ dataset, item, year }: ItemProps) {
  const indicators = item.indicators.flatMap((id) => findIndicator(dataset.catalogue, id) ?? [])
  return (
    <li className="plan-item">
      <span className="plan-number num">{item.number}</span>
      <div className="plan-body">
        <p className="plan-text">{toPrintedPunctuation(item.text)}</p>
        {indicators.length > 0 ? (
          <ul className="evidence" aria-label={`可对照的${year}年指标`}>
            {indicators.map((indicator) => (
              <li key={indicator.id}>
                <Link to={indicatorPath(indicator)}>{indicator.short}</Link>{' '}
                <Figure
                  indicator={indicator}
                  year={year}
                  quantity={quantityOf(dataset, indicator, year)}
                  size="line"
                  linked={false}
                />
              </li>
            ))}
          </ul>
        ) : (
          <p className="sub">没有可对照的数值指标。</p>
        )}
      </div>
      <NextSlot item={item} year={year} />
    </li>
  )
}

/** The report's shortcomings and commitments, verbatim, with the figures that could evidence them. */
export function PlanPage({ dataset, chapter, year }: PlanPageProps) {
  const items = dataset.plans.get(year) ?? []
  const [shortcomings, commitments] = [
    items.filter((i) => i.kind === '不足'),
    items.filter((i) => i.kind === '打算'),
  ]
  return (
    <>
      <PageHead
        title={chapter.title}
        lead={`${year}年指出的${shortcomings.length}项不足，${year + 1}年的${commitments.length}条打算，按原文分句。报告没有写明量化目标，这里不计算完成比例。`}
        mark={<Chip chapter={chapter} />}
      >
        <YearPicker years={dataset.years} year={year} path={`/c/${chapter.number}`} />
      </PageHead>
      <p className="note">
        列出的指标由本系统对照，供下一年度核对，报告没有把它们与这些条目相连。
        <Link to={`/report/${year}`}>阅读报告原文</Link>
      </p>
      <div className="plan-grid">
        <section className="card" aria-labelledby="plan-shortcomings">
          <h2 id="plan-shortcomings">{`${year}年指出的不足`}</h2>
          <ol className="plan-list">
            {shortcomings.map((item) => (
              <Item key={item.number} dataset={dataset} item={item} year={year} />
            ))}
          </ol>
        </section>
        <section className="card" aria-labelledby="plan-commitments">
          <h2 id="plan-commitments">{`${year + 1}年打算`}</h2>
          <ol className="plan-list">
            {commitments.map((item) => (
              <Item key={item.number} dataset={dataset} item={item} year={year} />
            ))}
          </ol>
        </section>
      </div>
    </>
  )
}
