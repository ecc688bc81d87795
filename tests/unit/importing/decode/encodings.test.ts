import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeText, type Encoding, readText, readTextAs } from '#importing/decode/text.ts'
import { bytesOf } from '../../../support/files.ts'

const encoded = (text: string, encoding: string): Uint8Array => new Uint8Array(iconv.encode(text, encoding))

describe('Big5 beside GB18030, which fits nearly everything', () => {
  it.each([
    '年度,指標,數值,單位\n',
    '年度,指標,數值,單位\n2023,行政復議案件數,5,件\n',
    '指標編號,指標名稱,數值,計量單位,備註\n',
    '行政執法人員培訓場次,法律援助案件,公證事項,人民調解',
  ])('reads traditional characters of Big5: %j', (text) => {
    expect(decodeText(encoded(text, 'big5'))).toEqual({ text, encoding: 'big5' })
  })

  it.each([
    '年度,指标,数值,单位\n',
    '年度',
    '联通',
    '鄱阳,浏阳,濮阳,衢州,亳州',
    '年度,指標,數值,單位\n',
    '的,了\n一,二\n',
  ])('reads the same words of GBK: %j', (text) => {
    expect(decodeText(encoded(text, 'gbk'))).toEqual({ text, encoding: 'gb18030' })
  })
})

describe('short files', () => {
  it('takes GBK pairs that are valid UTF-8 by accident for Chinese, not for Greek or Hebrew letters', () => {
    expect(new TextDecoder('utf-8', { fatal: true }).decode(encoded('目拢,5', 'gbk'))).toBe('Ŀ£,5')
    expect(decodeText(encoded('目拢,5', 'gbk'))).toEqual({ text: '目拢,5', encoding: 'gb18030' })
  })

  it.each(['4,5,ʤ', 'café,naïve', 'λόγος', 'слово'])('leaves letters of UTF-8 alone: %s', (text) => {
    expect(decodeText(bytesOf(text))).toEqual({ text, encoding: 'utf-8' })
  })

  it('leaves UTF-8 with letters beyond ASCII alone when it has Chinese too', () => {
    expect(decodeText(bytesOf('法治α,5'))).toEqual({ text: '法治α,5', encoding: 'utf-8' })
  })
})

describe('a byte order mark that lies', () => {
  it.each([
    ['UTF-8 before GBK', [0xef, 0xbb, 0xbf], 'gbk', 'gb18030'],
    ['UTF-16 before UTF-8', [0xff, 0xfe], 'utf8', 'utf-8'],
    ['UTF-16 the other way before UTF-8', [0xfe, 0xff], 'utf8', 'utf-8'],
  ] as const)('is passed over and told: %s', (_, mark, encoding, found) => {
    const text = '年度,指标\n2024,公证\n'
    const read = readText(new Uint8Array([...mark, ...encoded(text, encoding)]))
    expect(read).toEqual({ text, encoding: found, misleadingMark: true })
  })

  it('is believed where it does not lie', () => {
    expect(readText(bytesOf('年度\n', 'utf-16le', true))).toMatchObject({ misleadingMark: false })
  })
})

describe('a file that was cut off within a character', () => {
  it.each(['utf8', 'gbk', 'big5'])('is told from one that is no text: %s', (encoding) => {
    const bytes = encoded('年度,指標\n2024,公證', encoding)
    expect(readText(bytes.subarray(0, bytes.length - 1))).toBe('cut-off')
  })

  it.each(['utf-16le', 'utf-16be'])('is told with a byte order mark: %s', (encoding) => {
    const bytes = bytesOf('年度,指标', encoding, true)
    expect(readText(bytes.subarray(0, bytes.length - 1))).toBe('cut-off')
  })

  it('is told after the mark of UTF-8', () => {
    expect(readText(new Uint8Array([0xef, 0xbb, 0xbf, 0xe5, 0xb9]))).toBe('cut-off')
  })

  it('is not seen in bytes that no encoding has', () => {
    expect(readText(new Uint8Array([0x41, 0x81, 0x20]))).toBe('not-text')
  })
})

describe('an encoding that a person chose', () => {
  it.each<[Encoding, string]>([
    ['utf-8', 'utf8'],
    ['gb18030', 'gbk'],
    ['big5', 'big5'],
    ['utf-16le', 'utf-16le'],
    ['utf-16be', 'utf-16be'],
  ])('is used: %s', (encoding, written) => {
    expect(readTextAs(encoded('年度\r\n公證', written), encoding)).toEqual({
      text: '年度\n公證',
      misfit: null,
    })
  })

  it('is said not to fit with the first line that has a foreign byte', () => {
    const bytes = new Uint8Array([...encoded('a,b\r\n1,2\r\n', 'ascii'), ...encoded('公证', 'gbk')])
    expect(readTextAs(bytes, 'utf-8').misfit).toBe(3)
  })
})

it('keeps line separators that are no line ends, and marks in the middle', () => {
  const text = '甲\u2028乙\u0085丙\uFEFF丁\0戊\n'
  expect(decodeText(bytesOf(`${text}${'指标,数值\n'.repeat(30)}`))?.text.startsWith(text)).toBe(true)
})

it('does not take a file that a crash filled up with NULs for UTF-16', () => {
  const text = `年度,指标\n2024,公证\n${'\0'.repeat(40)}`
  expect(decodeText(bytesOf(text))).toEqual({ text, encoding: 'utf-8' })
})
