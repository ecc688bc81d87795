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

type Read = Awaited<ReturnType<typeof read>>
const values = ({ observations }: Read) =>
  observations.map(({ quantity }) => (quantity.kind === 'known' ? quantity.value : null))
const blocked = ({ findings }: Read) => findings.filter(({ severity }) => severity === 'blocks')
const severityOf = ({ findings }: Read, code: string) =>
  findings.find((finding) => finding.code === code)?.severity

const LOSSES = '法律援助挽回经济损失金额'

describe('the unit of a figure whose row says none', () => {
  it.each([['单位：元'], ['单位：人民币元'], ['金额单位：元'], ['法治指标统计表（单位：元）']])(
    'is taken from %s above the table',
    async (title) => {
      expect(values(await read(title, '年度,指标,数值', `2024,${LOSSES},7205000`))).toEqual([720.5])
    },
  )

  it('is taken from the brackets behind 指标', async () => {
    expect(values(await read('年度,指标（单位：元）,数值', `2024,${LOSSES},7205000`))).toEqual([720.5])
  })

  it('is taken from a row of units below the years', async () => {
    const reading = await read('指标,2023年,2024年', '单位,万元,元', `${LOSSES},710.99,7205000`)
    expect(values(reading)).toEqual([710.99, 720.5])
    expect(blocked(reading)).toEqual([])
  })

  it('is no organisation that stands above the table', async () => {
    const reading = await read('填报单位：司法局', '年度,指标,数值', `2024,${LOSSES},720.5`)
    expect(values(reading)).toEqual([720.5])
  })
})

describe('a column 单位', () => {
  it('is of organisations beside 计量单位', async () => {
    const reading = await read(
      '单位,年度,指标,计量单位,数值',
      '司法局,2024,办理公证件数,件,1130',
      `法院,2024,${LOSSES},元,7205000`,
    )
    expect(values(reading)).toEqual([1130, 720.5])
    expect(blocked(reading)).toEqual([])
  })

  it('may hold a dash or a stroke for none, and brackets', async () => {
    const reading = await read(
      '年度,指标,数值,单位',
      '2024,案件调解量全市位次,第二,—',
      '2024,办理公证件数,1130,/',
      '2024,普法宣讲期数,40,（期）',
    )
    expect(values(reading)).toEqual([2, 1130, 40])
    expect(blocked(reading)).toEqual([])
  })
})

describe('a row below the head', () => {
  it('汇总 is a sum', async () => {
    const reading = await read('年度,指标,数值', '2024,办理公证件数,1130', '汇总,,1130')
    expect(values(reading)).toEqual([1130])
    expect(severityOf(reading, 'rows-sums')).toBe('notes')
  })

  it('that counts the columns is no figure', async () => {
    const reading = await read('年度,指标,数值,单位', '1,2,3,4', '2024,办理公证件数,1130,件')
    expect(values(reading)).toEqual([1130])
    expect(blocked(reading)).toEqual([])
  })
})

describe('a year that only a title says', () => {
  it.each(['2024年目标任务分解表', '2024年法治指标预测表', '2024年以来法治指标'])(
    'must be confirmed for %s',
    async (title) => {
      const reading = await read(title, '指标,数值', '办理公证件数,1130')
      expect(severityOf(reading, 'year-from-around')).toBe('warns')
    },
  )

  it.each(['2024年度法治指标', '2024年目标任务完成情况'])('is taken for %s', async (title) => {
    const reading = await read(title, '指标,数值', '办理公证件数,1130')
    expect(severityOf(reading, 'year-from-around')).toBe('notes')
  })
})

describe('a column nobody reads', () => {
  it.each([
    ['季度', '一季度'],
    ['月份', '3'],
    ['统计期', '1-6月'],
    ['类型', '目标'],
    ['范围', '全市'],
  ])('must be looked at where %s says %s', async (head, cell) => {
    const reading = await read(`年度,${head},指标,数值`, `2024,${cell},办理公证件数,1130`)
    expect(severityOf(reading, 'columns-ignored')).toBe('warns')
  })

  it.each([
    ['责任单位', '司法局'],
    ['填报日期', '2025年1月10日'],
    ['上年数', '1024'],
    ['序列', '3'],
  ])('is named where %s says %s', async (head, cell) => {
    const reading = await read(`年度,${head},指标,数值`, `2024,${cell},办理公证件数,1130`)
    expect(severityOf(reading, 'columns-ignored')).toBe('notes')
  })
})
