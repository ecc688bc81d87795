import * as v from 'valibot'
import type { Catalogue } from '#domain/catalogue.ts'
import { failure, type Result, success } from '#domain/result.ts'
import { decodeFile } from './decode/csv.ts'

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/))
const text = v.string()
const words = v.pipe(v.string(), v.minLength(1))

const section = v.object({ number: v.number(), glyph: words, short: words, title: words })

const chapter = v.object({
  number: v.number(),
  glyph: words,
  short: words,
  title: words,
  plan: v.boolean(),
  sections: v.array(section),
})

const indicator = v.object({
  id,
  name: words,
  short: words,
  aliases: v.array(words),
  chapter: v.number(),
  section: v.nullable(v.number()),
  unit: text,
  kind: v.picklist(['count', 'rate', 'amount', 'rank']),
  nature: v.picklist(['flow', 'stock']),
  direction: v.picklist(['正', '逆', '中']),
  denominator: v.nullable(id),
  impliedBase: v.optional(v.nullable(id)),
  definition: text,
  caution: v.nullable(words),
  since: v.number(),
  formerIds: v.optional(v.array(id), []),
})

const kind = v.picklist([
  'slot-card',
  'same-unit-bars',
  'rate-bars',
  'steps',
  'unit-squares',
  'rank-ladder',
  'year-columns',
  'rate-line',
  'change-table',
  'entry-matrix',
])

const panel = v.object({
  id,
  name: words,
  title: v.nullable(words),
  titleRule: v.nullable(v.literal('rates')),
  chapter: v.number(),
  section: v.nullable(v.number()),
  overview: v.nullable(v.object({ order: v.number(), span: v.number() })),
  onChapter: v.boolean(),
  parts: v.array(
    v.object({
      kind,
      indicators: v.array(id),
      labels: v.array(text),
      subs: v.array(text),
      name: v.nullable(words),
      square: v.nullable(words),
    }),
  ),
  subtitle: text,
  notes: v.array(words),
})

const headline = v.object({
  id,
  name: words,
  chapter: v.number(),
  figures: v.pipe(v.array(v.object({ indicator: id, label: v.nullable(words) })), v.minLength(1)),
  mergeEqual: v.boolean(),
  tag: v.nullable(words),
  context: v.nullable(words),
})

const catalogue = v.object({
  title: words,
  seal: words,
  chapters: v.pipe(v.array(chapter), v.minLength(1)),
  indicators: v.array(indicator),
  panels: v.array(panel),
  headlines: v.array(headline),
})

const dataPackage = v.object({
  name: v.optional(text),
  description: v.optional(text),
  example: v.optional(v.boolean(), false),
  sources: v.array(
    v.object({
      title: words,
      year: v.number(),
      issuer: v.optional(text, ''),
      date: v.optional(text, ''),
      reference: v.optional(text, ''),
      path: v.optional(text),
    }),
  ),
  resources: v.array(v.object({ path: words })),
})

export type DataPackage = v.InferOutput<typeof dataPackage>

function readJson<T>(file: string, bytes: Uint8Array, schema: v.GenericSchema<unknown, T>): Result<T> {
  const decoded = decodeFile(file, bytes)
  if (!decoded.ok) return decoded
  let json: unknown
  try {
    json = JSON.parse(decoded.value)
  } catch (error) {
    const raw = error instanceof Error ? error.message : ''
    return failure([{ code: 'json-broken', severity: 'blocks', at: { file }, facts: { raw } }])
  }
  const checked = v.safeParse(schema, json)
  if (checked.success) return success(checked.output)
  const path = v.getDotPath(checked.issues[0]) ?? ''
  return failure([{ code: 'json-shape', severity: 'blocks', at: { file }, facts: { path } }])
}

/** Missing: nothing is filled in; a catalogue that lacks a property is refused with the property's path. */
export function readCatalogue(file: string, bytes: Uint8Array): Result<Catalogue> {
  // The ids were matched by the pattern above; the brand says so.
  return readJson(file, bytes, catalogue) as Result<unknown> as Result<Catalogue>
}

export const readDataPackage = (file: string, bytes: Uint8Array): Result<DataPackage> =>
  readJson(file, bytes, dataPackage)
