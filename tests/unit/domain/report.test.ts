import { describe, expect, it } from 'vitest'
import {
  findLiteral,
  findQuote,
  foldPunctuation,
  locateFigure,
  parseReport,
  toPrintedPunctuation,
} from '#domain/report.ts'
import { asYear, madeUpDataset, shippedDataset } from '../../support/data.ts'

const shipped = shippedDataset().reports.get(asYear(2023)) ?? parseReport('')

/** Text that a span of a report covers. */
const cut = (text: string, span: { start: number; end: number } | null): string | null =>
  span && text.slice(span.start, span.end)

describe('parseReport', () => {
  it('cuts the shipped report into its title, the block under it, five headings and a preamble', () => {
    const kinds = shipped.paragraphs.map((p) => p.kind)
    expect(kinds.slice(0, 6)).toEqual(['title', 'meta', 'meta', 'meta', 'meta', 'text'])
    expect(shipped.paragraphs.filter((p) => p.kind === 'heading').map((p) => p.chapter)).toEqual([
      1, 2, 3, 4, 5,
    ])
    expect(new Set(shipped.paragraphs.map((p) => p.chapter))).toEqual(new Set([null, 0, 1, 2, 3, 4, 5]))
  })

  it.each([
    [0, [null]],
    [1, [1, 2, 3]],
    [2, [1, 2, 3, 4, 5]],
    [3, [1, 2, 3]],
    [4, [1, 2, 3, 4]],
    [5, [null, null]],
  ])('finds the sections of chapter %d: %j', (chapter, sections) => {
    const texts = shipped.paragraphs.filter((p) => p.kind === 'text' && p.chapter === chapter)
    expect(texts.map((p) => p.section)).toEqual(sections)
  })

  it('leaves out the links to other pages and every blank line', () => {
    expect(shipped.text).toContain('上一篇')
    expect(shipped.paragraphs.filter((p) => /上一篇|下一篇/.test(p.text) || p.text.trim() === '')).toEqual([])
  })

  it('gives each paragraph the place where it starts', () => {
    for (const { start, text } of shipped.paragraphs)
      expect(shipped.text.slice(start, start + text.length)).toBe(text)
  })

  it('reads a report with full-width punctuation and another number of chapters alike', () => {
    const made = madeUpDataset().reports.get(asYear(2031))
    expect(made?.paragraphs.filter((p) => p.kind === 'meta')).toHaveLength(2)
    expect(made?.paragraphs.filter((p) => p.kind === 'heading').map((p) => p.chapter)).toEqual([1, 2, 3, 4])
    expect(made?.paragraphs.at(-1)?.text).toContain('法治体检')
  })

  it('counts chapters beyond the tenth', () => {
    const report = parseReport('标题\n\n十、第十章\n\n十一、下一章\n\n一是内容。\n\n十二、末章')
    expect(report.paragraphs.map((p) => [p.kind, p.chapter])).toEqual([
      ['title', null],
      ['heading', 10],
      ['heading', 11],
      ['text', 11],
      ['heading', 12],
    ])
  })

  it.each(['一是内容', '二十一世纪、新时代', '二三、不是标题', '一，不是标题'])(
    'takes %s for text, not for a heading',
    (line) => {
      expect(parseReport(`标题\n\n${line}`).paragraphs[1]?.kind).toBe('text')
    },
  )

  it.each(['\n', '\r\n', '\r'])('keeps places right with line ends %j and a byte order mark', (end) => {
    const report = parseReport(`\ufeff标题${end}${end}　　一、章${end}正文`)
    expect(report.paragraphs.map((p) => p.text)).toEqual(['标题', '一、章', '正文'])
    for (const { start, text } of report.paragraphs)
      expect(report.text.slice(start, start + text.length)).toBe(text)
  })

  it('gives no paragraph for a text of blank lines', () => {
    expect(parseReport(' \n\n　\n').paragraphs).toEqual([])
  })
})

describe('punctuation', () => {
  it('folds to half width one character for one', () => {
    const text = '（一），甲：乙；丙！丁？\u00a0戊'
    expect(foldPunctuation(text)).toBe('(一),甲:乙;丙!丁? 戊')
    expect(foldPunctuation(text)).toHaveLength(text.length)
  })

  it('prints full width, but leaves numbers, dates and times alone', () => {
    expect(toPrintedPunctuation('甲,乙:丙(2023)')).toBe('甲，乙：丙（2023）')
    expect(toPrintedPunctuation('1,024件,10:30')).toBe('1,024件，10:30')
  })

  it('never changes the length', () => {
    expect(toPrintedPunctuation(shipped.text)).toHaveLength(shipped.text.length)
  })
})

describe('findQuote', () => {
  it.each([
    ['as stored', '共办理公证1024件'],
    ['with full-width punctuation', '人大代表建议65件、政协委员提案254件，办复率均达100%'],
    ['with half-width punctuation', '人大代表建议65件、政协委员提案254件,办复率均达100%'],
  ])('finds a quote %s', (_, quote) => {
    expect(foldPunctuation(cut(shipped.text, findQuote(shipped, quote)) ?? '')).toBe(foldPunctuation(quote))
  })

  it.each(['', '报告里没有的话', '共办理公证1025件'])('finds nothing for %j', (quote) => {
    expect(findQuote(shipped, quote)).toBeNull()
  })
})

describe('findLiteral', () => {
  it.each([
    ['共办理公证1024件', '1024'],
    ['专题学习40余场', '40余'],
    ['居全市第二位', '第二'],
    ['全程网办率99.7%', '99.7'],
    ['“1+13+370”模式', '1'],
    ['挽回经济损失710.99万元', '710.99'],
    ['（8）项', '8'],
    ['达到99.7%，共99件', '99'],
    ['共7件，占99.7%', '7'],
    ['第1.2.3条共3条', '3'],
    ['建议65，提案254件', '254'],
  ])('in %s finds %s standing alone', (quote, literal) => {
    const span = findLiteral(quote, literal)
    expect(cut(quote, span)).toBe(literal)
    expect(quote.slice((span?.start ?? 0) - 1, span?.start)).not.toMatch(/[\d.]/)
    expect(quote.slice(span?.end)).not.toMatch(/^\.?\d/)
  })

  it.each([
    ['共办理公证1024件', '102'],
    ['共办理公证1024件', '24'],
    ['全程网办率99.7%', '99'],
    ['全程网办率99.7%', '7'],
    ['没有数字', '5'],
    ['任意', '.'],
  ])('in %s does not find %s inside a longer number', (quote, literal) => {
    expect(findLiteral(quote, literal)).toBeNull()
  })

  it('reads a literal as text, not as a pattern', () => {
    expect(findLiteral('共45件', '4.')).toBeNull()
    expect(findLiteral('（一）', '(一)')).toEqual({ start: 0, end: 3 })
  })
})

describe('locateFigure', () => {
  it('gives quote, numeral and paragraph, each inside the one before', () => {
    const place = locateFigure(shipped, '审结行政复议案件130件', '130')
    expect(cut(shipped.text, place?.quote ?? null)).toBe('审结行政复议案件130件')
    expect(cut(shipped.text, place?.literal ?? null)).toBe('130')
    expect(place?.paragraph).toMatchObject({ chapter: 2, section: 5 })
  })

  it.each([
    ['报告里没有的话', '130'],
    ['审结行政复议案件130件', '131'],
    ['审结行政复议案件130件', '13'],
    ['', '130'],
  ])('gives nothing for quote %j with numeral %s', (quote, literal) => {
    expect(locateFigure(shipped, quote, literal)).toBeNull()
  })
})
