import { describe, expect, it } from 'vitest'
import { readCatalogue, readDataPackage } from '#importing/shapes.ts'
import { MADE_UP, madeUpDataset, SHIPPED } from '../../support/data.ts'
import { bytesOf, readFolder } from '../../support/files.ts'

type Json = Record<string, unknown>

const bytesIn = (folder: string, path: string) => readFolder(folder).get(path) ?? new Uint8Array()
const parse = (folder: string, path: string): Json =>
  JSON.parse(Buffer.from(bytesIn(folder, path)).toString('utf8')) as Json

/** The made-up catalogue with one thing changed. */
const catalogueWith = (change: (catalogue: Json) => void): Uint8Array => {
  const catalogue = parse(MADE_UP, 'catalogue.json')
  change(catalogue)
  return bytesOf(JSON.stringify(catalogue))
}

const list = (json: Json, name: string): Json[] => json[name] as Json[]

describe('readCatalogue', () => {
  it('reads a catalogue as it stands', () => {
    const result = readCatalogue('catalogue.json', bytesIn(MADE_UP, 'catalogue.json'))
    expect(result).toEqual({ ok: true, value: madeUpDataset().catalogue, findings: [] })
  })

  it('reads the ids an indicator had before, and none where the catalogue says nothing of them', () => {
    const bytes = catalogueWith((c) =>
      Object.assign(list(c, 'indicators')[1] ?? {}, { formerIds: ['older'] }),
    )
    const result = readCatalogue('catalogue.json', bytes)
    expect(result.ok && result.value.indicators.slice(0, 3).map((i) => i.formerIds)).toEqual([
      [],
      ['older'],
      [],
    ])
  })

  it('drops what it does not know, so that nothing from a file rides along', () => {
    const bytes = bytesOf(
      Buffer.from(bytesIn(MADE_UP, 'catalogue.json'))
        .toString('utf8')
        .replace('{', '{"__proto__":{"polluted":1},"extra":1,'),
    )
    const result = readCatalogue('catalogue.json', bytes)
    expect(result.ok && Object.keys(result.value).sort()).toEqual([
      'chapters',
      'headlines',
      'indicators',
      'panels',
      'seal',
      'title',
    ])
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it.each([
    ['title', (c: Json) => delete c.title],
    ['title', (c: Json) => Object.assign(c, { title: '' })],
    ['chapters', (c: Json) => Object.assign(c, { chapters: [] })],
    ['chapters.0.glyph', (c: Json) => Object.assign(list(c, 'chapters')[0] ?? {}, { glyph: 1 })],
    ['indicators.0.id', (c: Json) => Object.assign(list(c, 'indicators')[0] ?? {}, { id: 'Not An Id' })],
    ['indicators.0.id', (c: Json) => Object.assign(list(c, 'indicators')[0] ?? {}, { id: '__proto__' })],
    [
      'indicators.1.formerIds.0',
      (c: Json) => Object.assign(list(c, 'indicators')[1] ?? {}, { formerIds: ['Not An Id'] }),
    ],
    ['indicators.1.kind', (c: Json) => Object.assign(list(c, 'indicators')[1] ?? {}, { kind: 'pie' })],
    [
      'indicators.1.direction',
      (c: Json) => Object.assign(list(c, 'indicators')[1] ?? {}, { direction: '好' }),
    ],
    ['indicators.1.since', (c: Json) => Object.assign(list(c, 'indicators')[1] ?? {}, { since: '2031' })],
    ['panels.0.parts', (c: Json) => Object.assign(list(c, 'panels')[0] ?? {}, { parts: null })],
    [
      'panels.0.parts.0.kind',
      (c: Json) => Object.assign(list(list(c, 'panels')[0] ?? {}, 'parts')[0] ?? {}, { kind: 'pie' }),
    ],
    ['headlines.0.figures', (c: Json) => Object.assign(list(c, 'headlines')[0] ?? {}, { figures: [] })],
  ])('refuses a catalogue and names the property: %s', (path, change) => {
    expect(readCatalogue('catalogue.json', catalogueWith(change))).toEqual({
      ok: false,
      findings: [{ code: 'json-shape', severity: 'blocks', at: { file: 'catalogue.json' }, facts: { path } }],
    })
  })

  it.each(['[]', 'null', '1', '"text"'])('refuses %s, which is no object', (text) => {
    expect(readCatalogue('c.json', bytesOf(text))).toMatchObject({
      ok: false,
      findings: [{ code: 'json-shape' }],
    })
  })

  it.each([
    ['json-broken', '{"title":'],
    ['json-broken', "{'title': 1}"],
    ['file-empty', ''],
    ['file-is-html', '<!doctype html><title>登录</title>'],
  ])('refuses as %s: %j', (code, text) => {
    expect(readCatalogue('c.json', bytesOf(text))).toMatchObject({
      ok: false,
      findings: [{ code, severity: 'blocks', at: { file: 'c.json' } }],
    })
  })
})

describe('readDataPackage', () => {
  it('reads the sources and the paths of the shipped package', () => {
    const result = readDataPackage('datapackage.json', bytesIn(SHIPPED, 'datapackage.json'))
    if (!result.ok) throw new Error('refused')
    expect(result.value.sources.map((source) => Object.keys(source).sort())).toEqual([
      ['date', 'issuer', 'reference', 'title', 'year'],
    ])
    expect(result.value.resources.map((resource) => resource.path)).toContain('catalogue.json')
  })

  it('gives empty text for what a source does not say', () => {
    const text = JSON.stringify({ sources: [{ title: '报告', year: 2031 }], resources: [] })
    expect(readDataPackage('d.json', bytesOf(text))).toMatchObject({
      value: { sources: [{ title: '报告', year: 2031, issuer: '', date: '', reference: '' }] },
    })
  })

  it.each([
    [true, { example: true }],
    [false, { example: false }],
    [false, {}],
  ])('takes the figures for made up (%s) only where the package says so: %j', (example, rest) => {
    const text = JSON.stringify({ sources: [], resources: [], ...rest })
    expect(readDataPackage('d.json', bytesOf(text))).toMatchObject({ ok: true, value: { example } })
  })

  it.each([
    ['example', { sources: [], resources: [], example: 'yes' }],
    ['sources', { resources: [] }],
    ['sources.0.year', { sources: [{ title: '报告', year: '2031' }], resources: [] }],
    ['resources.0.path', { sources: [], resources: [{ name: 'x' }] }],
  ])('refuses a package without %s', (path, json) => {
    expect(readDataPackage('d.json', bytesOf(JSON.stringify(json)))).toMatchObject({
      ok: false,
      findings: [{ code: 'json-shape', facts: { path } }],
    })
  })
})
