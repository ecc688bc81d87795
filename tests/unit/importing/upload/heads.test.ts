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
    ['1月', '合计'],
  ])('takes no figure of %s for one of the year beside %s', async (other, own) => {
    const reading = await read('指标,单位,2024年,', `,,${other},${own}`, '办理公证件数,件,900,1130')
    expect(figures(reading)).toEqual(['2024 notarisations 1130'])
    expect(codes(reading)).toContain('columns-ignored')
  })

  it('keeps two years apart', async () => {
    const lines = ['指标,单位,2023年,,2024年,', ',,目标,完成,目标,完成', '办理公证件数,件,900,1024,1000,1130']
    expect(figures(await read(...lines))).toEqual(['2023 notarisations 1024', '2024 notarisations 1130'])
  })

  it.each([
    ['1月', '2月', '3月'],
    ['Q1', 'Q2', 'Q3'],
    ['1', '2', '3'],
    ['target', 'plan', '得分'],
  ])('takes no %s for the year', async (...parts) => {
    const reading = await read('指标,单位,2024年,,', `,,${parts.join(',')}`, '办理公证件数,件,1,2,3')
    expect(reading.observations).toEqual([])
    expect(codes(reading)).toContain('column-missing')
  })

  it('may have a third row, a blank one between, and parts of other columns', async () => {
    const three = [
      '指标,单位,2024年,,,',
      ',,上半年,,全年,',
      ',,目标,完成,目标,完成',
      '办理公证件数,件,1,2,3,1130',
    ]
    expect(figures(await read(...three))).toEqual(['2024 notarisations 1130'])
    const gap = ['指标,单位,2024年,', ',,,', ',,目标,完成', '办理公证件数,件,900,1130']
    expect(figures(await read(...gap))).toEqual(['2024 notarisations 1130'])
    const others = [
      '指标,2024年,,责任单位,,备注',
      ',目标,完成,牵头,配合,（说明）',
      '办理公证件数,900,1130,甲,乙,丙',
    ]
    const reading = await read(...others)
    expect(figures(reading)).toEqual(['2024 notarisations 1130'])
    expect(reading.observations[0]?.note).toBe('丙')
  })

  it('takes no half year for the year the title says', async () => {
    const lines = ['2024年度统计表', '指标,单位,上半年,', ',,数值,同比', '办理公证件数,件,565,3']
    expect((await read(...lines)).observations).toEqual([])
  })

  it('leaves instructions below a head out', async () => {
    const lines = ['年度,指标,数值,单位', '四位数字,,（照报告填写）,', '2024,办理公证件数,1130,件']
    expect(figures(await read(...lines))).toEqual(['2024 notarisations 1130'])
  })

  it('asks about figures beside it that have no head', async () => {
    const reading = await read('指标,2024年,,', '办理公证件数,900,1130,5')
    expect(reading.findings.find(({ code }) => code === 'columns-ignored')?.severity).toBe('warns')
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
