/** Content types of everything the builds contain. A CSV says its encoding: browsers guess GBK otherwise. */
const types = {
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  woff: 'font/woff',
  woff2: 'font/woff2',
}

/** @param {string} path */
export const mimeOf = (path) => {
  const name = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  return Object.hasOwn(types, name) ? types[name] : 'application/octet-stream'
}
