import { type Catalogue, findIndicator, type Indicator } from '#domain/catalogue.ts'
import type { Year } from '#domain/year.ts'
import { findById, findNamed, idOfNew, offersFor, toIndicator } from './names.ts'
import type { NameAnswer, NewIndicator, UnknownName, UploadChoices, UploadMemory } from './reading.ts'

/** What the name and id of a row say. `key`: what was or is asked about; `null` where nothing was. */
export type Named =
  | {
      readonly is: 'known'
      readonly indicator: Indicator
      readonly key: string | null
      /** Missing: `null` for an indicator the catalogue has. */
      readonly added: NewIndicator | null
    }
  | { readonly is: 'none' }
  | { readonly is: 'left-out'; readonly key: string }
  /** `hint`: what offers are made by. */
  | {
      readonly is: 'unknown'
      readonly key: string
      readonly hint: string
      readonly field: '指标' | '指标编号'
    }
  /** The id is known and the name says something else. */
  | { readonly is: 'mismatch'; readonly indicator: Indicator }

/** Unknown names of one file that get offers: nobody answers hundreds one by one. */
const NAMES_WITH_OFFERS = 300

interface GrowingName {
  readonly key: string
  readonly hint: string
  readonly unit: string
  readonly rows: number[]
  readonly answer: NameAnswer | null
}

export interface NameReader {
  readonly read: (id: string, name: string) => Named
  /** Puts a row down under a name that was or is unknown. Unit: `row` as WPS counts. */
  readonly meet: (key: string, hint: string, row: number, unit: string) => void
  /** Puts a year down for a new indicator. */
  readonly seeYear: (added: NewIndicator, year: Year) => void
  /** Names of the likeliest indicators for an unknown name. */
  readonly offerWords: (key: string, hint: string) => string
  readonly unknown: () => readonly UnknownName[]
  readonly added: () => readonly Indicator[]
}

const NONE: Named = { is: 'none' }

const known = (indicator: Indicator): Named => ({ is: 'known', indicator, key: null, added: null })

/** Answers to unknown names: those given for this file go before remembered ones. */
interface Answers {
  /** Missing: `null` where none was given, or its indicator is no more. */
  readonly of: (key: string) => NameAnswer | null
  readonly named: (key: string) => Named | null
}

function answersOf(catalogue: Catalogue, choices: UploadChoices, memory: UploadMemory): Answers {
  const of = (key: string): NameAnswer | null => {
    const answer = choices.names.get(key) ?? memory.names.get(key) ?? null
    return answer?.is === 'known' && !findIndicator(catalogue, answer.indicator) ? null : answer
  }
  const named = (key: string): Named | null => {
    const answer = of(key)
    if (answer?.is === 'left-out') return { is: 'left-out', key }
    const id = answer?.is === 'new' ? idOfNew(answer.indicator.name) : answer?.indicator
    const indicator = id === undefined ? null : findIndicator(catalogue, id)
    if (indicator) return { is: 'known', indicator, key, added: null }
    if (answer?.is !== 'new') return null
    return { is: 'known', indicator: toIndicator(answer.indicator, 0), key, added: answer.indicator }
  }
  return { of, named }
}

const unknownName = (name: string): Named => ({ is: 'unknown', key: name, hint: name, field: '指标' })

/** The indicator of a name, or of an id in the place of a name. */
const findAnyhow = (catalogue: Catalogue, name: string): Indicator | null =>
  name === '' ? null : (findNamed(catalogue, name) ?? findById(catalogue, name))

/** A known id with a name beside it. An answer tells what an unknown name means; it never outweighs the id. */
function besideId(answers: Answers, byId: Indicator, byName: Indicator | null, name: string): Named {
  if (name === '' || byName === byId) return known(byId)
  const told = byName ? null : answers.named(name)
  const agrees = told?.is === 'left-out' || (told?.is === 'known' && told.indicator === byId)
  return told && agrees ? told : { is: 'mismatch', indicator: byId }
}

function resolve(catalogue: Catalogue, answers: Answers, id: string, name: string): Named {
  const byName = findAnyhow(catalogue, name)
  const byId = id === '' ? null : findById(catalogue, id)
  if (byId) return besideId(answers, byId, byName, name)
  if (id === '' && byName) return known(byName)
  if (name !== '' && !byName) return answers.named(name) ?? unknownName(name)
  if (id === '') return NONE
  return answers.named(id) ?? { is: 'unknown', key: id, hint: name || id, field: '指标编号' }
}

/** Offers for unknown names, each name's made once. */
function offerBook(catalogue: Catalogue): (key: string, hint: string) => UnknownName['offers'] {
  const offers = new Map<string, UnknownName['offers']>()
  return (key, hint) => {
    const made = offers.get(key)
    if (made || offers.size >= NAMES_WITH_OFFERS) return made ?? []
    const fresh = offersFor(catalogue, hint)
    offers.set(key, fresh)
    return fresh
  }
}

/** Does each pair of id and name once: joining the two for each row would cost more than two look-ups. */
function onceEach(make: (id: string, name: string) => Named): NameReader['read'] {
  const spellings = new Map<string, Map<string, Named>>()
  return (id, name) => {
    let ofId = spellings.get(id)
    if (!ofId) {
      ofId = new Map()
      spellings.set(id, ofId)
    }
    const seen = ofId.get(name)
    if (seen) return seen
    const named = make(id, name)
    ofId.set(name, named)
    return named
  }
}

/** Reads names and ids against the catalogue and the answers given, each spelling once. */
export function nameReader(catalogue: Catalogue, choices: UploadChoices, memory: UploadMemory): NameReader {
  const answers = answersOf(catalogue, choices, memory)
  const names = new Map<string, GrowingName>()
  const years = new Map<string, { readonly answer: NewIndicator; first: Year }>()
  const offersOf = offerBook(catalogue)
  return {
    read: onceEach((id, name) => resolve(catalogue, answers, id, name)),
    meet: (key, hint, row, unit) => {
      const seen = names.get(key)
      if (seen) seen.rows.push(row)
      else names.set(key, { key, hint, unit, rows: [row], answer: answers.of(key) })
    },
    seeYear: (answer, year) => {
      const seen = years.get(answer.name)
      if (!seen) years.set(answer.name, { answer, first: year })
      else if (year < seen.first) seen.first = year
    },
    offerWords: (key, hint) =>
      offersOf(key, hint)
        .map(({ indicator }) => `“${findIndicator(catalogue, indicator)?.name ?? indicator}”`)
        .join('、'),
    unknown: () =>
      [...names.values()].map(({ key, hint, unit, rows, answer }) => ({
        name: key,
        unit,
        rows,
        offers: offersOf(key, hint),
        answer,
      })),
    added: () => [...years.values()].map(({ answer, first }) => toIndicator(answer, first)),
  }
}
