import { describe, expect, it } from 'vitest'
import { NO_CHOICES, NO_MEMORY } from '#importing/upload/reading.ts'
import { readUpload } from '#importing/upload/readUpload.ts'
import { shippedDataset } from '../../../support/data.ts'

const dataset = shippedDataset()

const read = (...lines: readonly string[]) =>
  readUpload(
    { name: 'a.csv', bytes: new TextEncoder().encode(lines.join('\n')) },
    dataset,
    NO_CHOICES,
    NO_MEMORY,
  )

const figures = ({ observations }: Awaited<ReturnType<typeof read>>) =>
  observations.map((o) => `${o.year} ${o.indicator} ${o.value}`)
const codes = ({ findings }: Awaited<ReturnType<typeof read>>) => findings.map(({ code }) => code)

describe('a head of two rows that parts the figures of a year', () => {
  it.each([
    ['目标', '完成'],
    ['计划数', '实际数'],
    ['同比%', '数量'],
    ['上半年', '全年'],
    ['1-6月', '1-12月'],
    ['排名', '数值'],
    ['全市', '本县'],
    ['上年同期', '本期'],
  ])('takes no figure of %s for one of the year beside %s', async (other, own) => {
    const reading = await read('指标,单位,2024年,', `,,${other},${own}`, '办理公证件数,件,900,1130')
    expect(figures(reading)).toEqual(['2024 notarisations 1130'])
    expect(codes(reading)).toContain('columns-ignored')
  })

  it('keeps two years apart', async () => {
    const lines = ['指标,单位,2023年,,2024年,', ',,目标,完成,目标,完成', '办理公证件数,件,900,1024,1000,1130']
    expect(figures(await read(...lines))).toEqual(['2023 notarisations 1024', '2024 notarisations 1130'])
  })

  it('takes none where no part is the figure of the year', async () => {
    const reading = await read('指标,单位,2024年,', ',,目标,得分', '办理公证件数,件,900,10')
    expect(reading.observations).toEqual([])
    expect(codes(reading)).toContain('column-missing')
  })

  it('asks which of several places is meant', async () => {
    const reading = await read('指标,单位,2024年,', ',,甲县,乙县', '办理公证件数,件,900,1130')
    expect(codes(reading)).toContain('column-twice')
  })

  it('reads units below the years', async () => {
    const lines = ['指标,2023年,2024年', ',万元,元', '法律援助挽回经济损失金额,710.99,7205000']
    const { observations } = await read(...lines)
    expect(observations.map(({ quantity }) => quantity.kind === 'known' && quantity.value)).toEqual([
      710.99, 720.5,
    ])
  })
})

describe('words in brackets behind a head', () => {
  it.each(['2024年（目标）', '2024年(1-6月)', '2024年（上半年）', '2024年(增长率)', '2024（预计）'])(
    'takes %s for no whole year',
    async (head) => {
      const reading = await read(`指标,单位,2023年,${head}`, '办理公证件数,件,1024,1130')
      expect(figures(reading)).toEqual(['2023 notarisations 1024'])
      expect(codes(reading)).toContain('columns-ignored')
    },
  )

  it.each(['数值（目标）', '数量(上年同期)', '指标值（同比）'])('takes %s for no figure', async (head) => {
    const reading = await read(`年度,指标,${head}`, '2024,办理公证件数,1130')
    expect(reading.observations).toEqual([])
    expect(codes(reading)).toContain('column-missing')
  })

  it.each(['数值（件）', '数值（见说明）', '2024年（万件）', '2024年（1-12月）', '数值（2024年实际）'])(
    'still takes %s',
    async (head) => {
      expect((await read(`年度,指标,${head}`, '2024,办理公证件数,1130')).observations).toHaveLength(1)
    },
  )
})
