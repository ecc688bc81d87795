export { default as Papa } from 'papaparse'
export { readUpload } from '#importing/upload/readUpload.ts'
export { openData } from '#shell/headless.ts'
