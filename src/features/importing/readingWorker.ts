import { type Asked, readingJob } from './readingJob.ts'

const work = readingJob((said) => self.postMessage(said))
// One after the other: a choice is about the file opened before it.
let turn = Promise.resolve()
self.onmessage = ({ data }: MessageEvent<Asked>) => {
  turn = turn.then(() => work(data))
}
self.postMessage({ is: 'ready' })
