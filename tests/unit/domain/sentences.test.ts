import { describe, expect, it } from 'vitest'
import { parseReport } from '#domain/report.ts'
import { type Sentence, sentencesLike, sentencesOf, sentencesWith } from '#domain/sentences.ts'
import { asYear, shippedDataset, tenYearDataset } from '../../support/data.ts'

const report = parseReport(
  [
    '某县法治政府建设报告',
    '索引号: 1',
    '开头一句。',
    '一、第一部分',
    '一是健全机制。印发责任清单,明确任务;开展普法活动!“设立窗口。”受理申请？',
    '二、第二部分',
    '　没有句号的一句',
  ].join('\n'),
)
const textsOf = (sentences: readonly Sentence[]) => sentences.map((sentence) => sentence.text)

describe('sentencesOf', () => {
  const sentences = sentencesOf(report)

  it('cuts at 。；！？ of either width and leaves out title, block and headings', () => {
    expect(textsOf(sentences)).toEqual([
      '开头一句',
      '一是健全机制',
      '印发责任清单,明确任务',
      '开展普法活动',
      '“设立窗口',
      '受理申请',
      '没有句号的一句',
    ])
  })

  it('gives the place of each in the report’s text, and its chapter', () => {
    for (const { start, end, text } of sentences) expect(report.text.slice(start, end)).toBe(text)
    expect(sentences.map((sentence) => sentence.chapter)).toEqual([0, 1, 1, 1, 1, 1, 2])
  })

  it('loses no word of the shipped report', () => {
    const shipped = shippedDataset().reports.get(asYear(2023))
    if (!shipped) throw new Error('no report')
    const words = (text: string) => text.replace(/[。；;！!？?\s”’）)]/g, '')
    const written = shipped.paragraphs.filter((p) => p.kind === 'text').map((p) => p.text)
    expect(words(textsOf(sentencesOf(shipped)).join(''))).toBe(words(written.join('')))
    expect(sentencesOf(shipped).length).toBeGreaterThan(50)
  })
})

describe('sentencesWith', () => {
  const sentences = sentencesOf(report)

  it.each([
    ['责任', ['印发责任清单,明确任务']],
    ['  任务   清单 ', ['印发责任清单,明确任务']],
    ['清单，明确', ['印发责任清单,明确任务']],
    ['任务　清单', ['印发责任清单,明确任务']],
    ['一 句', ['开头一句', '没有句号的一句']],
    ['责任 普法', []],
    ['', []],
    ['  ', []],
    ['.*', []],
  ])('finds for “%s” %j', (query, found) => {
    expect(textsOf(sentencesWith(sentences, query))).toEqual(found)
  })
})

describe('sentencesLike', () => {
  it('puts the sentence first that shares the rarer words', () => {
    const sentences = sentencesOf(
      parseReport(
        '题\n推进法治政府建设。法治政府建设工作会议召开。印发普法责任清单，法治政府建设有了抓手。完全无关。',
      ),
    )
    expect(textsOf(sentencesLike(sentences, '制定法治政府建设普法责任清单', 2))[0]).toBe(
      '印发普法责任清单，法治政府建设有了抓手',
    )
    expect(sentencesLike(sentences, '制定法治政府建设普法责任清单', 9)).toHaveLength(3)
    expect(sentencesLike(sentences, '天气晴朗', 9)).toEqual([])
    expect(sentencesLike([], '法治政府', 9)).toEqual([])
  })

  it('has the sentence a person quoted among the first three for nearly every commitment', () => {
    const dataset = tenYearDataset()
    const next = dataset.reports.get(asYear(2024))
    const answered = (dataset.plans.get(asYear(2023)) ?? []).filter(
      (item) => item.kind === '打算' && item.nextQuote !== '',
    )
    if (!next) throw new Error('no report')
    const told = sentencesOf(next).filter((sentence) => sentence.chapter !== 5)
    const missed = answered.filter(
      (item) => !sentencesLike(told, item.text, 3).some(({ text }) => text.includes(item.nextQuote)),
    )
    expect(answered.length).toBeGreaterThan(5)
    expect(missed.map((item) => item.number)).toEqual([])
  })
})
