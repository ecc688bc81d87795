import { expect, it } from 'vitest'
import type { Catalogue, Indicator, IndicatorId, Panel } from '#domain/catalogue.ts'
import {
  chapterPanelProblems,
  mixedParts,
  sharedIds,
  sharedNames,
  shownTexts,
  textProblems,
  unknownIds,
  unknownPlaces,
} from './catalogueRules.ts'
import { readCatalogue, readText } from './shipped.ts'

const catalogue = readCatalogue()
const asId = (id: string) => id as IndicatorId

function indicatorOf(id: string): Indicator {
  const found = catalogue.indicators.find((i) => i.id === id)
  if (!found) throw new Error(`no indicator ${id}`)
  return found
}

const aPart = (kind: Panel['parts'][number]['kind'], ...ids: readonly string[]): Panel['parts'][number] => ({
  kind,
  indicators: ids.map(asId),
  labels: [],
  subs: [],
  name: null,
  square: kind === 'unit-squares' ? '1个' : null,
})

const aPanel = (...parts: readonly Panel['parts'][number][]): Panel => ({
  id: 'odd',
  name: '图',
  title: null,
  titleRule: null,
  chapter: 2,
  section: 5,
  overview: null,
  onChapter: true,
  parts,
  subtitle: '',
  notes: [],
})

const withPanels = (...panels: readonly Panel[]): Catalogue => ({ ...catalogue, panels })

it('each id, panel id and headline id is lower-case words and unique', () => {
  for (const list of [catalogue.indicators, catalogue.panels, catalogue.headlines]) {
    const ids = list.map((entry): string => entry.id)
    expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  }
})

it('no two indicators share an id, one they had before among them', () => {
  expect(sharedIds(catalogue.indicators)).toEqual([])
})

it('notices an id that is in use and was somebody else’s before, and one that two had before', () => {
  const [a, b] = [indicatorOf('legal-aid-cases'), indicatorOf('notarisations')]
  expect(sharedIds([a, { ...b, formerIds: [a.id] }])).toEqual(['legal-aid-cases'])
  expect(sharedIds([{ ...a, formerIds: [a.id] }])).toEqual(['legal-aid-cases'])
  const older = asId('older')
  expect(
    sharedIds([
      { ...a, formerIds: [older] },
      { ...b, formerIds: [older] },
    ]),
  ).toEqual(['older'])
  expect(sharedIds([{ ...a, formerIds: [older] }, b])).toEqual([])
})

it('no two indicators share a name, a short name or an alias', () => {
  expect(sharedNames(catalogue.indicators)).toEqual([])
})

it('notices a name that two indicators claim, brackets and spaces folded', () => {
  const [a, b] = [indicatorOf('legal-aid-cases'), indicatorOf('notarisations')]
  expect(sharedNames([a, { ...b, aliases: ['法律援助 案件'] }])).toEqual([
    '法律援助 案件: legal-aid-cases and notarisations',
  ])
  expect(sharedNames([{ ...a, aliases: [a.name] }])).toEqual([`${a.name}: twice in legal-aid-cases`])
  const brackets = [
    { ...a, short: '党委（党组）' },
    { ...b, short: '党委(党组)' },
  ]
  expect(sharedNames(brackets)).toEqual(['党委(党组): legal-aid-cases and notarisations'])
})

it('every id that is named exists', () => {
  expect(unknownIds(catalogue)).toEqual([])
  expect(unknownPlaces(catalogue)).toEqual([])
})

it('notices an id, a placeholder or a section that does not exist', () => {
  const indicators = [
    { ...indicatorOf('legal-aid-cases'), denominator: asId('base'), caution: '见{caution-id}', section: 9 },
  ]
  const odd = {
    ...catalogue,
    indicators,
    panels: [{ ...aPanel(), notes: ['{note-id:number}'], chapter: 6 }],
    headlines: [],
  }
  expect(unknownIds(odd)).toEqual(['base', 'caution-id', 'note-id'])
  expect(unknownPlaces(odd)).toEqual(['legal-aid-cases', 'odd'])
})

it('no text states a figure of a year, breaks a placeholder or leaves plain Chinese', () => {
  expect(shownTexts(catalogue).flatMap(textProblems)).toEqual([])
})

it.each([
  ['共370个村居', 'a number'],
  ['共{}个', 'a broken placeholder'],
  ['单位:件', 'half-width punctuation'],
  ['核心KPI', 'a Latin word'],
  ['打算完成率', 'a word that is not ours'],
])('notices a text such as %s', (text, what) => {
  expect(textProblems({ at: 'odd', text })).toEqual([`odd: ${what} in ${text}`])
})

it('lets a text say 100% and what one square stands for', () => {
  const texts = ['只与100%比', '一格=1个村居', '1个村居', '延伸到{legal-aid-village-points:number}村居']
  expect(texts.flatMap((text) => textProblems({ at: 'good', text }))).toEqual([])
})

it('no part of a panel puts unlike figures on one scale', () => {
  expect(mixedParts(catalogue)).toEqual([])
})

it.each([
  [aPart('same-unit-bars', 'judicial-consultations', 'joint-training-attendances'), 'odd mixes 次、人次'],
  [aPart('slot-card', 'court-appearance-rate', 'administrative-lawsuits'), 'odd mixes count、rate'],
  [aPart('rate-bars', 'legal-aid-per-ten-thousand'), 'odd is no rate-bars'],
  [aPart('rank-ladder', 'legal-aid-cases'), 'odd is no rank-ladder'],
  [aPart('steps', 'legal-aid-losses-recovered'), 'odd is no steps'],
  [
    aPart('same-unit-bars', 'reconsideration-cases-closed', 'administrative-lawsuits'),
    'odd puts reconsideration-cases-closed and administrative-lawsuits together',
  ],
  [
    aPart('unit-squares', 'leader-instructions', 'law-study-government'),
    'odd puts leader-instructions and law-study-party-committee and law-study-government and rule-of-law-meetings together',
  ],
  [
    { ...aPart('steps', 'legal-aid-cases'), labels: ['a', 'b'] },
    'odd labels or subs are not one per indicator',
  ],
  [{ ...aPart('unit-squares', 'legal-aid-cases'), square: null }, 'odd square without squares, or none'],
])('notices a part that does: $kind $indicators', (part, problem) => {
  expect(mixedParts(withPanels(aPanel(part)))).toContain(problem)
})

it('a chapter page shows each figure once, in its own section', () => {
  expect(chapterPanelProblems(catalogue)).toEqual([])
})

it('notices a figure shown twice or under another section', () => {
  const lawsuits = aPart('slot-card', 'administrative-lawsuits')
  expect(chapterPanelProblems(withPanels(aPanel(lawsuits, lawsuits)))).toEqual([
    'odd shows administrative-lawsuits a second time',
  ])
  expect(chapterPanelProblems(withPanels(aPanel(aPart('slot-card', 'legal-aid-cases'))))).toEqual([
    'odd shows legal-aid-cases of another section',
  ])
})

it('the overview has five panels that fill whole rows of twelve columns', () => {
  const places = catalogue.panels
    .flatMap((panel) => panel.overview ?? [])
    .toSorted((a, b) => a.order - b.order)
  expect(places.map((place) => place.order)).toEqual([1, 2, 3, 4, 5])
  expect(places.map((place) => place.span)).toEqual([7, 5, 7, 5, 12])
})

it('eight headlines cover the four chapters that have figures', () => {
  expect(catalogue.headlines).toHaveLength(8)
  expect(new Set(catalogue.headlines.map((h) => h.chapter))).toEqual(new Set([1, 2, 3, 4]))
  const chapters = catalogue.headlines.flatMap((h) =>
    h.figures.map((f) => indicatorOf(f.indicator).chapter === h.chapter),
  )
  expect(chapters).not.toContain(false)
  expect(
    catalogue.headlines.filter((h) => h.mergeEqual).map((h) => h.figures.map((f) => f.indicator)),
  ).toEqual([['deputy-suggestion-reply-rate', 'cppcc-proposal-reply-rate']])
})

it('judges only honours, service reach, rates and ranks; more work is not by itself better', () => {
  expect(
    catalogue.indicators.filter((i) => i.direction !== '中').map((i) => `${i.direction} ${i.id}`),
  ).toEqual([
    '正 five-star-justice-offices',
    '正 national-honours',
    '正 provincial-honours',
    '正 city-honours',
    '正 normative-docs-filing-rate',
    '正 online-service-rate',
    '正 deputy-suggestion-reply-rate',
    '正 cppcc-proposal-reply-rate',
    '正 enforcement-review-pass-rate',
    '正 mediation-volume-rank',
    '正 court-appearance-rate',
    '正 legal-aid-women-children-stations',
    '正 legal-aid-department-stations',
    '正 legal-aid-township-stations',
    '正 legal-aid-village-points',
    '正 contract-enforcement-rank',
    '正 bankruptcy-handling-rank',
  ])
})

it('names are short enough for a card, aliases are real, and every indicator is explained', () => {
  expect(catalogue.indicators.filter((i) => i.short.length > 12).map((i) => i.short)).toEqual([])
  expect(
    catalogue.indicators.filter((i) => i.aliases.length < 2 || i.aliases.length > 5).map((i) => i.id),
  ).toEqual([])
  expect(catalogue.indicators.filter((i) => !/^.{8,}。$/.test(i.definition)).map((i) => i.id)).toEqual([])
  expect(
    catalogue.indicators.filter((i) => i.caution !== null && !/。$/.test(i.caution)).map((i) => i.id),
  ).toEqual([])
  const shorts = catalogue.chapters.flatMap((c) => c.sections.map((s) => s.short))
  expect(shorts.filter((short) => short.length > 6)).toEqual([])
})

it('chapters and sections are those of the report, in its words', () => {
  const lines = readText('reports/2023.txt').replaceAll(',', '，').split('\n')
  const headings = lines.flatMap(
    (line) => /^[一二三四五]、(.*)/.exec(line)?.[0] ?? /^[一二三四五]是[^。]*/.exec(line)?.[0] ?? [],
  )
  const ours = catalogue.chapters
    .filter((c) => c.number > 0)
    .flatMap((c) => [`${c.glyph}、${c.title}`, ...c.sections.map((s) => s.glyph + s.title)])
  expect(ours).toEqual(headings)
  expect(catalogue.chapters.map((c) => `${c.number}${c.glyph}`)).toEqual([
    '0序',
    '1一',
    '2二',
    '3三',
    '4四',
    '5五',
  ])
  expect(catalogue.chapters.filter((c) => c.plan).map((c) => c.number)).toEqual([5])
})

it.each([0, 1, 2, 3, 4, 5])('chapter %i has as many figures as the plan of charts counts', (number) => {
  const count = catalogue.indicators.filter((i) => i.chapter === number).length
  expect(count).toBe([5, 12, 31, 18, 9, 0][number])
})
