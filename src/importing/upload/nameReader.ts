import { type Catalogue, findIndicator, type Indicator } from '#domain/catalogue.ts'
import type { Year } from '#domain/year.ts'
import { findById, findNamed, idOfNew, offersFor, toIndicator } from './names.ts'
import type { NameAnswer, NewIndicator, UnknownName, UploadChoices, UploadMemory } from './reading.ts'

/** What the name and id of a row say. */
export type Named =
  | {
      readonly is: 'known'
      readonly indicator: Indicator
      /** By an answer, not by the catalogue. */
      readonly answered: boolean
      /** Missing: `null` for an indicator the catalogue has. */
      readonly added: NewIndicator | null
    }
  | { readonly is: 'none' }
  | { readonly is: 'left-out' }
  /** `key`: what is asked about; `hint`: what offers are made by. */
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

/** Reads names and ids against the catalogue and the answers given, each spelling once. */
export function nameReader(catalogue: Catalogue, choices: UploadChoices, memory: UploadMemory): NameReader {
  const answerOf = (key: string): NameAnswer | null => {
    const answer = choices.names.get(key) ?? memory.names.get(key) ?? null
    return answer?.is === 'known' && !findIndicator(catalogue, answer.indicator) ? null : answer
  }
  const answered = (key: string): Named | null => {
    const answer = answerOf(key)
    if (!answer) return null
    if (answer.is === 'left-out') return { is: 'left-out' }
    const indicator =
      answer.is === 'known'
        ? findIndicator(catalogue, answer.indicator)
        : (findIndicator(catalogue, idOfNew(answer.indicator.name)) ?? toIndicator(answer.indicator, 0))
    if (!indicator) return null
    const isNew = answer.is === 'new' && indicator.since === 0
    return { is: 'known', indicator, answered: true, added: isNew ? answer.indicator : null }
  }
  const known = (indicator: Indicator): Named => ({ is: 'known', indicator, answered: false, added: null })
  const resolve = (id: string, name: string): Named => {
    if (id === '' && name === '') return NONE
    const byName = name === '' ? null : (findNamed(catalogue, name) ?? findById(catalogue, name))
    if (id === '') return byName ? known(byName) : (answered(name) ?? unknownName(name))
    const byId = findById(catalogue, id)
    if (byId && (name === '' || byName === byId)) return known(byId)
    const told = answered(byName || name === '' ? id : name)
    if (told) return told
    if (byId) return { is: 'mismatch', indicator: byId }
    return byName || name === ''
      ? { is: 'unknown', key: id, hint: name || id, field: '指标编号' }
      : unknownName(name)
  }
  const unknownName = (name: string): Named => ({ is: 'unknown', key: name, hint: name, field: '指标' })

  /** By id, then by name: joining the two for each row would cost more than two look-ups. */
  const spellings = new Map<string, Map<string, Named>>()
  const names = new Map<string, GrowingName>()
  const offers = new Map<string, UnknownName['offers']>()
  const years = new Map<string, { readonly answer: NewIndicator; first: Year }>()
  const offersOf = (key: string, hint: string): UnknownName['offers'] => {
    const made = offers.get(key)
    if (made || offers.size >= NAMES_WITH_OFFERS) return made ?? []
    const fresh = offersFor(catalogue, hint)
    offers.set(key, fresh)
    return fresh
  }
  return {
    read: (id, name) => {
      let ofId = spellings.get(id)
      if (!ofId) {
        ofId = new Map()
        spellings.set(id, ofId)
      }
      const seen = ofId.get(name)
      if (seen) return seen
      const named = resolve(id, name)
      ofId.set(name, named)
      return named
    },
    meet: (key, hint, row, unit) => {
      const seen = names.get(key)
      if (seen) seen.rows.push(row)
      else names.set(key, { key, hint, unit, rows: [row], answer: answerOf(key) })
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
