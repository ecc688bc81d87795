import { expect, it } from 'vitest'
import { placeOf } from '#persistence/place.ts'

it.each([
  ['/', '/'],
  ['/index.html', '/'],
  ['/indicators/', '/indicators/'],
  ['/indicators/index.html', '/indicators/'],
  ['/D:/office/index.html', '/D:/office/'],
  ['/D:/office/copy.html', '/D:/office/copy.html'],
  ['/index.html/', '/index.html/'],
])('calls the copy at %s %s', (pathname, place) => {
  expect(placeOf({ pathname })).toBe(place)
})

it('keeps two folders of one server, and two files of one disk, apart', () => {
  const paths = ['/', '/a/', '/a/b/', '/A/', '/a/1.html', '/a/2.html', '/C:/a/index.html', '/D:/a/index.html']
  expect(new Set(paths.map((pathname) => placeOf({ pathname }))).size).toBe(paths.length)
})
