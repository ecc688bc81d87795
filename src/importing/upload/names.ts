import {
  type Catalogue,
  findByName,
  findIndicator,
  type Indicator,
  type IndicatorId,
  namesOf,
} from '#domain/catalogue.ts'
import { foldName, toSimplified, withoutInvisible } from './folding.ts'
import type { NameOffer, NewIndicator } from './reading.ts'

/** Offers are worth their time for a file somebody answers by hand, not for the hundredth wrong row. */
const MOST_OFFERS = 3
const LEAST_LIKENESS = 0.3
const LONGEST_NAME = 120

interface NameIndex {
  /** `null`: two indicators have names that fold to this one. */
  readonly folded: ReadonlyMap<string, Indicator | null>
  readonly grams: readonly { readonly indicator: Indicator; readonly pairs: ReadonlySet<string> }[]
}

const indexes = new WeakMap<Catalogue, NameIndex>()

/** What names have in common is compared without numbering, marks and the difference of scripts. */
const plain = (name: string): string =>
  toSimplified(foldName(withoutInvisible(name)))
    .replace(/^(?:\([一二三四五六七八九十\d]{1,4}\)|[一二三四五六七八九十\d]{1,4}[、.:])/, '')
    .replace(/["'()《》<>、,，.·:]/g, '')

/** Pairs of neighbouring characters; a single character pairs with nothing. */
function pairsOf(name: string): ReadonlySet<string> {
  const text = plain(name)
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < text.length; i += 1) pairs.add(text.slice(i, i + 2))
  return pairs
}

function toIndex(catalogue: Catalogue): NameIndex {
  const folded = new Map<string, Indicator | null>()
  const grams: { indicator: Indicator; pairs: ReadonlySet<string> }[] = []
  for (const indicator of catalogue.indicators)
    for (const name of namesOf(indicator)) {
      const key = foldName(name)
      const other = folded.get(key)
      folded.set(key, other === undefined || other === indicator ? indicator : null)
      grams.push({ indicator, pairs: pairsOf(name) })
    }
  return { folded, grams }
}

function indexOf(catalogue: Catalogue): NameIndex {
  const known = indexes.get(catalogue)
  if (known) return known
  const index = toIndex(catalogue)
  indexes.set(catalogue, index)
  return index
}

/** The indicator of that name, short name or alias; spaces, widths and shapes of brackets and quotes may differ. */
export function findNamed(catalogue: Catalogue, name: string): Indicator | null {
  if (name === '' || name.length > LONGEST_NAME) return null
  return findByName(catalogue, name) ?? indexOf(catalogue).folded.get(foldName(name)) ?? null
}

/** The indicator of that id as written, a former one included. */
export const findById = (catalogue: Catalogue, id: string): Indicator | null => findIndicator(catalogue, id)

/** Share of neighbouring characters two names have in common (Dice). Unit: 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let common = 0
  for (const pair of a) if (b.has(pair)) common += 1
  return (2 * common) / (a.size + b.size)
}

/** Indicators an unknown name may mean, likeliest first. Shape: at most three; none for a name like no other. */
export function offersFor(catalogue: Catalogue, name: string): readonly NameOffer[] {
  if (name.length > LONGEST_NAME) return []
  const byId = findIndicator(catalogue, foldName(withoutInvisible(name)).toLowerCase())
  const pairs = pairsOf(name)
  const best = new Map<IndicatorId, number>(byId ? [[byId.id, 1]] : [])
  for (const { indicator, pairs: other } of indexOf(catalogue).grams) {
    const found = likeness(pairs, other)
    if (found >= LEAST_LIKENESS && found > (best.get(indicator.id) ?? 0)) best.set(indicator.id, found)
  }
  return [...best]
    .map(([indicator, found]) => ({ indicator, likeness: found }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_OFFERS)
}

/** FNV-1a over the characters, with a start value. */
function hash(text: string, start: number): string {
  let value = start
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return (value >>> 0).toString(16).padStart(8, '0')
}

/** The id a new indicator of that name gets: the same on every computer. */
export const idOfNew = (name: string): IndicatorId => {
  const key = foldName(name)
  return `added-${hash(key, 0x811c9dc5)}${hash(key, 0x01234567)}` as IndicatorId
}

/** The indicator an answer describes. Unit: `since` is the first year the file has it. */
export const toIndicator = (answer: NewIndicator, since: number): Indicator => ({
  id: idOfNew(answer.name),
  formerIds: [],
  name: answer.name,
  short: answer.name,
  aliases: [],
  chapter: answer.chapter,
  section: null,
  unit: answer.unit,
  kind: answer.kind,
  nature: 'flow',
  direction: '中',
  denominator: null,
  definition: '',
  caution: null,
  since,
})
