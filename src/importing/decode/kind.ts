import type { Part } from './zip.ts'

/** What bytes are, as far as the first of them say. `parts` and `streams` are packed files that must be looked into. */
export type Kind = 'parts' | 'streams' | 'word' | 'pdf' | 'picture' | 'archive' | 'text'

/** Kinds of documents that hold no table this reader reads; each has its words in `ui/findingWords.ts`. */
export type OtherKind =
  | Exclude<Kind, 'parts' | 'streams' | 'text'>
  | 'slides'
  | 'ods'
  | 'xlsb'
  | 'xml-sheet'
  | 'archived-page'
  | 'old-sheet'
  | 'office'
  | 'html'

/** First bytes of a file → what it is. */
const SIGNATURES: readonly (readonly [string, Kind])[] = [
  ['PK\x03\x04', 'parts'],
  ['PK\x05\x06', 'parts'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'streams'],
  ['%PDF-', 'pdf'],
  ['{\\rtf', 'word'],
  ['\x89PNG\r\n', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['GIF8', 'picture'],
  ['RIFF', 'picture'],
  ['II*\0', 'picture'],
  ['MM\0*', 'picture'],
  ['Rar!\x1a\x07', 'archive'],
  ['7z\xbc\xaf\x27\x1c', 'archive'],
  ['\x1f\x8b\x08', 'archive'],
]

/** What a file is by its first bytes; its name says nothing reliable. */
export function kindOf(bytes: Uint8Array): Kind {
  const starts = (signature: string): boolean =>
    [...signature].every((sign, i) => bytes[i] === sign.charCodeAt(0))
  return SIGNATURES.find(([signature]) => starts(signature))?.[1] ?? 'text'
}

const TYPES: readonly (readonly [string, 'xlsx' | OtherKind])[] = [
  ['spreadsheetml.sheet.main', 'xlsx'],
  ['spreadsheetml.template.main', 'xlsx'],
  ['ms-excel.sheet.macroEnabled.main', 'xlsx'],
  ['ms-excel.template.macroEnabled.main', 'xlsx'],
  ['ms-excel.sheet.binary', 'xlsb'],
  ['wordprocessingml.', 'word'],
  ['ms-word.', 'word'],
  ['presentationml.', 'slides'],
]

/** What a packed file is. `types` is its list of content types; missing: empty in a file that is no office document. */
export function packedKind(parts: ReadonlyMap<string, Part>, types: string): 'xlsx' | OtherKind {
  const found = TYPES.find(([type]) => types.includes(type))
  if (found) return found[1]
  if (parts.has('xl/workbook.xml')) return 'xlsx'
  if (types !== '') return 'office'
  return parts.has('mimetype') && parts.has('content.xml') ? 'ods' : 'archive'
}

/** What an OLE file is, by the names of its streams; `xls` may still be locked. */
export function streamsKind(names: ReadonlySet<string>): 'xls' | 'locked' | OtherKind {
  if (names.has('Workbook')) return 'xls'
  if (names.has('EncryptedPackage')) return 'locked'
  if (names.has('Book')) return 'old-sheet'
  if (names.has('WordDocument')) return 'word'
  return names.has('PowerPoint Document') ? 'slides' : 'office'
}

const HTML =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,4000}?-->\s*)?<(?:!doctype html|html|head|body|table|meta|style)/i
const XML = /^\s*<\?xml|^\s*<(?:ss:)?Workbook\b/

/** A page with all it needs in one file, encoded as mail is. */
const ARCHIVED_PAGE = /^MIME-Version: *1\.0/i

/** What a text is that looks like markup. Missing: `null` for a table of text. */
export function markupKind(text: string): 'html' | 'archived-page' | 'xml-sheet' | null {
  const head = text.slice(0, 4096)
  if (HTML.test(head)) return 'html'
  if (ARCHIVED_PAGE.test(head)) return 'archived-page'
  return XML.test(head) ? 'xml-sheet' : null
}
