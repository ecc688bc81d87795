import { describe, expect, it } from 'vitest'
import { describeFrame } from '#charts/describe.ts'
import { chartWords } from '#ui/words.ts'
import { aFrame } from '../../support/charts.ts'
import { shippedDataset, threeYearDataset } from '../../support/data.ts'
import { withNotes } from '../../support/notes.ts'

const say = (dataset: ReturnType<typeof shippedDataset>, ids: readonly string[], year: number) =>
  describeFrame(aFrame(dataset, ids, year), chartWords)

describe('describeFrame', () => {
  it('says the year once and every row with its figure', () => {
    expect(
      say(
        shippedDataset(),
        ['deputy-suggestions', 'township-review-files', 'contract-enforcement-rank'],
        2023,
      ),
    ).toBe('2023年：人大代表建议65 件；镇街流转文件≥80 件；执行合同位次前三位之内。')
  })

  it('says every year of many, and why a figure is missing', () => {
    expect(say(threeYearDataset(), ['online-exams', 'administrative-mediations'], 2025)).toBe(
      '在线考试：2023年2 场，2024年未公布，2025年2 场，2026年待录入；' +
        '行政调解案件：2023年当年尚无此项，2024年当年尚无此项，2025年315 件，2026年待录入。',
    )
  })

  it('says the months and the change of scope of each year', () => {
    const noted = withNotes(threeYearDataset(), {
      'online-exams': { 2023: '1—6月', 2024: '1—6月', 2025: '口径变化：含线上补考' },
    })
    expect(say(noted, ['online-exams'], 2025)).toBe(
      '在线考试：2023年2 场（1—6月），2024年未公布，2025年2 场（口径有变：含线上补考），2026年待录入。',
    )
    expect(
      say(withNotes(shippedDataset(), { notarisations: { 2023: '1—6月' } }), ['notarisations'], 2023),
    ).toMatch(/^2023年：.*件（1—6月）。$/)
  })

  it('says the word for a year without any figure', () => {
    expect(say(threeYearDataset(), ['enforcement-review-officers'], 2024)).toContain('2024年不适用')
  })
})
