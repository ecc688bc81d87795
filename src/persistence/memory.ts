import type { IndicatorId, IndicatorKind } from '#domain/catalogue.ts'
import { FIGURE_COLUMNS, type FigureColumn } from '#domain/figureColumns.ts'
import { type NameAnswer, type NewIndicator, NO_MEMORY, type UploadMemory } from '#domain/uploadMemory.ts'
import { APP, placeOf } from './place.ts'
import { isRecord, object, oneOf, type Read, text, WrongShape } from './shape.ts'

/** Where the answers about names and columns of imported files are kept. */
export interface MemoryShelf {
  /** Missing: what cannot be read; nothing at all where storage is refused. */
  readonly read: () => UploadMemory
  /** A refusal leaves the answers in memory. */
  readonly write: (memory: UploadMemory) => void
  /** Calls back when another window has given or forgotten an answer. */
  readonly watch: (onChange: (memory: UploadMemory) => void) => void
}

/** More answers than all files of an office ask for; the oldest go first. */
const MOST = 1000
/** Longer words are no head and no name. Unit: characters. */
const LONGEST = 200
/** Unit: characters. */
const LARGEST = 1_000_000

const word: Read<string> = (raw) => {
  const found = text(raw)
  if (found === '' || found.length > LONGEST) throw new WrongShape('word')
  return found
}

const column = oneOf<FigureColumn | 'ignored'>(...FIGURE_COLUMNS, 'ignored')

const chapter: Read<number> = (raw) => {
  if (typeof raw !== 'number' || !Number.isSafeInteger(raw) || raw < 0) throw new WrongShape('chapter')
  return raw
}

const indicator = object<NewIndicator>({
  name: word,
  chapter,
  unit: text,
  kind: oneOf<IndicatorKind>('count', 'rate', 'amount', 'rank'),
})

type AnswerOf<Is extends NameAnswer['is']> = Extract<NameAnswer, { is: Is }>

/** A kind of answer that is not listed here does not compile. */
const answers: { readonly [Is in NameAnswer['is']]: Read<AnswerOf<Is>> } = {
  known: object<AnswerOf<'known'>>({ is: oneOf('known'), indicator: (raw) => word(raw) as IndicatorId }),
  new: object<AnswerOf<'new'>>({ is: oneOf('new'), indicator }),
  'left-out': object<AnswerOf<'left-out'>>({ is: oneOf('left-out') }),
}

const answer: Read<NameAnswer> = (raw) => {
  if (!isRecord(raw)) throw new WrongShape('answer')
  return answers[oneOf('known', 'new', 'left-out')(raw.is)](raw)
}

/** The pairs that are whole, the newest of too many. */
function pairs<T>(raw: unknown, read: Read<T>): ReadonlyMap<string, T> {
  const kept = (Array.isArray(raw) ? Array.from<unknown>(raw) : []).flatMap((pair) => {
    try {
      return Array.isArray(pair) && pair.length === 2 ? [[word(pair[0]), read(pair[1])] as const] : []
    } catch {
      return []
    }
  })
  return new Map(kept.slice(-MOST))
}

function readMemory(stored: string | null): UploadMemory {
  try {
    const raw: unknown = JSON.parse(stored === null || stored.length > LARGEST ? 'null' : stored)
    return isRecord(raw)
      ? { columns: pairs(raw.columns, column), names: pairs(raw.names, answer) }
      : NO_MEMORY
  } catch {
    return NO_MEMORY
  }
}

const toText = ({ columns, names }: UploadMemory): string =>
  JSON.stringify({ columns: [...columns].slice(-MOST), names: [...names].slice(-MOST) })

/** Keeps the answers in the browser's small storage, apart from those of any other copy of the app. */
export function memoryShelf(): MemoryShelf {
  const key = `${APP}/answers/1${placeOf(window.location)}`
  const read = (): UploadMemory => {
    try {
      return readMemory(window.localStorage.getItem(key))
    } catch {
      return NO_MEMORY
    }
  }
  return {
    read,
    write: (memory) => {
      try {
        if (memory.columns.size + memory.names.size === 0) window.localStorage.removeItem(key)
        else window.localStorage.setItem(key, toText(memory))
      } catch {
        // Full or refused: the answers last as long as the page.
      }
    },
    watch: (onChange) => {
      window.addEventListener('storage', (event) => {
        if (event.key === key || event.key === null) onChange(read())
      })
    },
  }
}
