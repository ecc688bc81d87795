import { expect, it } from 'vitest'
import { decodeText, detectEncoding } from '#importing/decode/text.ts'
import { bytesOf } from '../../../support/files.ts'

const TEXT = '年度,章节,指标,数值\n2023,一,《政务督查》制发期数,79\n2023,二,“五进”活动,30余\n'

it.each([
  ['UTF-8', 'utf8', false, 'utf-8'],
  ['UTF-8 with a byte order mark', 'utf8', true, 'utf-8'],
  ['GBK', 'gbk', false, 'gb18030'],
  ['GB18030', 'gb18030', false, 'gb18030'],
  ['UTF-16 LE with a byte order mark', 'utf-16le', true, 'utf-16le'],
  ['UTF-16 LE without', 'utf-16le', false, 'utf-16le'],
  ['UTF-16 BE with a byte order mark', 'utf-16be', true, 'utf-16be'],
  ['UTF-16 BE without', 'utf-16be', false, 'utf-16be'],
] as const)('reads %s', (_, encoding, mark, found) => {
  expect(decodeText(bytesOf(TEXT, encoding, mark))).toEqual({ text: TEXT, encoding: found })
})

it('reads a character that only GB18030 has, in its four bytes', () => {
  expect(decodeText(bytesOf('㐂㐃𠀀', 'gb18030'))).toEqual({ text: '㐂㐃𠀀', encoding: 'gb18030' })
})

it('is not misled by 一 and 开, one byte of which is 0 in UTF-16', () => {
  const text = `${'一开一一开\n'.repeat(3)}指标,数值,单位,状态\n`
  expect(decodeText(bytesOf(text, 'utf-16le'))?.text).toBe(text)
  expect(decodeText(bytesOf(text, 'utf-16be'))?.text).toBe(text)
})

it('reads plain ASCII and nothing at all as UTF-8', () => {
  expect(detectEncoding(bytesOf('a,b\n1,2\n'))).toBe('utf-8')
  expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' })
})

it('does not take one stray NUL for UTF-16', () => {
  const text = `${TEXT.repeat(3)}\0`
  expect(decodeText(bytesOf(text))).toEqual({ text, encoding: 'utf-8' })
})

it.each([
  ['\r\n', '甲\r\n乙\r\n'],
  ['\r', '甲\r乙\r'],
  ['\n', '甲\n乙\n'],
  ['all three at once', '甲\r\n乙\r'],
])('makes line ends of %j into \\n', (_, text) => {
  expect(decodeText(bytesOf(text))?.text).toBe('甲\n乙\n')
})

it('keeps a blank line between a \\r\\n and a \\r', () => {
  expect(decodeText(bytesOf('甲\r\n\r乙'))?.text).toBe('甲\n\n乙')
})

it.each([
  ['bytes no encoding has', [0x41, 0x81, 0x20]],
  ['UTF-8 cut off in the middle of a character, after its byte order mark', [0xef, 0xbb, 0xbf, 0xe5, 0xb9]],
  ['UTF-16 cut off in the middle of a character', [0xff, 0xfe, 0x74, 0x5e, 0xa6]],
  ['UTF-16 with half a pair', [0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]],
])('takes %s for no text', (_, bytes) => {
  expect(decodeText(new Uint8Array(bytes))).toBeNull()
})

it('takes a short text with one NUL in it for no UTF-16', () => {
  const bytes = new TextEncoder().encode('年度,数值\r\n2024,1030\0\r\n2024,3\r\n')
  expect(decodeText(bytes)?.encoding).toBe('utf-8')
})

it('takes a workbook renamed to .csv for no text', () => {
  const header = [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08, 0x00, 0x00, 0x00, 0x21, 0x00]
  const packed = Array.from({ length: 600 }, (_, i) => (i * 167 + 91) % 256)
  expect(decodeText(new Uint8Array([...header, ...packed]))).toBeNull()
})
