/**
 * The one statement of who may import what. oxlint.config.mjs turns it into rules, layers.test.ts proves that
 * the rules still bite, src/README.md explains it.
 */

/** Folder of src/ → the other folders it may import, as #folder/file.ts. Order: low to high. */
export const layers = {
  domain: [],
  importing: ['domain'],
  charts: ['domain'],
  exporting: ['domain'],
  store: ['domain', 'charts'],
  persistence: ['domain', 'charts', 'store'],
  ui: ['domain', 'charts'],
  features: ['domain', 'importing', 'charts', 'exporting', 'store', 'ui'],
  shell: ['domain', 'importing', 'charts', 'exporting', 'store', 'persistence', 'ui', 'features'],
}

/** Folders of src/ without code: declarations only. */
export const declarations = ['types']

/** Package → where src/ may import it: a folder (`ui/`) or one wrapping file. A package not listed: nowhere. */
export const packages = {
  react: ['ui/', 'features/', 'shell/'],
  'react-dom': ['shell/'],
  zustand: ['store/'],
  echarts: ['charts/engine.ts'],
  'echarts-for-react': ['ui/EChart.tsx'],
  papaparse: ['importing/decode/csv.ts'],
  'pinyin-match': ['ui/pinyin.ts'],
  valibot: ['importing/shapes.ts'],
  idb: ['persistence/database.ts'],
  fflate: ['exporting/zip.ts', 'importing/decode/xlsx.ts', 'importing/decode/zip.ts'],
  hucre: ['exporting/xlsx.ts', 'importing/decode/xlsx.ts', 'importing/decode/xls.ts'],
  tslib: [], // only here because echarts-for-react 3.0.6 uses it without saying so
}

/** Folders that must run in Node and in a worker: no browser globals. */
export const pure = ['domain', 'importing', 'charts', 'exporting', 'store']
