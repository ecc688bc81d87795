import type { Revision, RevisionDraft } from '#domain/revision.ts'
import type { KeepOutcome, LedgerState } from '#store/ledger.ts'
import { type LogDatabase, openDatabase, StorageError, type Stored } from './database.ts'
import { type Keeper, notKept } from './keeper.ts'
import { rawText } from './rawText.ts'
import {
  beginsWith,
  changedElsewhere,
  judge,
  type Reading,
  sentinelOf,
  toEntry,
  toReading,
  troubleOf,
  type Verdict,
} from './reading.ts'
import { toRecord } from './records.ts'
import type { Sentinel, SentinelPost } from './sentinel.ts'

export interface KeeperParts {
  /** Name of the database. */
  readonly name: string
  readonly sentinel: SentinelPost
  /** Opens the line to the other windows. */
  readonly openLine: (onNews: () => void) => { readonly tell: () => void }
  /** Called after each commit. */
  readonly onKept: () => void
  /** How long the page waits for the log, and a person for a save. Unit: ms. */
  readonly openMs: number
  readonly saveMs: number
}

type OnState = (state: LedgerState) => void

const EMPTY: Stored = { entries: [], newest: 0 }

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Keeps the log in a database of the browser, in step with other windows, and says when that is not so. */
class DatabaseKeeper implements Keeper {
  private readonly parts: KeeperParts
  private readonly watchers: OnState[] = []
  private state: LedgerState = { revisions: [], keeping: 'read-only', trouble: null, unreadable: 0 }
  /** Missing: `null` while the log is kept in memory, or not at all. */
  private database: LogDatabase | null = null
  /** Facts of the database as far as this window has read it. */
  private known: Reading = toReading(EMPTY)
  /** What somebody was told of in this window, should the sentinel refuse to note it. */
  private accepted: Sentinel | null = null
  private turn: Promise<unknown> = Promise.resolve()
  private hasNews = false
  private line: { readonly tell: () => void } = { tell: () => {} }
  private onBlocked: () => void = () => {}

  constructor(parts: KeeperParts) {
    this.parts = parts
  }

  watch = (onState: OnState): void => {
    this.watchers.push(onState)
    onState(this.state)
  }

  open = async (): Promise<void> => {
    const blocked = new Promise<void>((resolve) => {
      this.onBlocked = resolve
    })
    this.line = this.parts.openLine(this.onNews)
    const opened = this.connect(false).then(() => 'opened')
    const first = await Promise.race([opened, blocked, wait(this.parts.openMs)])
    // It goes on waiting: the log is taken over when it comes.
    if (first !== 'opened' && this.state.trouble === null && !this.database)
      this.change({ keeping: 'memory', trouble: 'no-answer' })
  }

  append = (draft: RevisionDraft): Promise<KeepOutcome> => {
    // What the draft was made from: news may arrive while it waits for its turn.
    const { revisions } = this.state
    const seen = revisions[revisions.length - 1]?.number ?? 0
    return this.inTurn(async () => {
      if (this.state.keeping === 'read-only') return notKept('read-only')
      const unseen = this.state.revisions.filter(({ number }) => number > seen)
      const elsewhere = changedElsewhere(draft, unseen)
      if (elsewhere.length > 0) return { kept: false, why: 'elsewhere', elsewhere }
      return this.database ? this.appendOnDisk(draft, this.database) : this.appendInMemory(draft)
    })
  }

  resume = (): Promise<void> =>
    this.inTurn(async () => {
      const { trouble } = this.state
      if (trouble !== 'lost' && trouble !== 'damaged') return
      const facts = sentinelOf(this.known)
      const noted = this.parts.sentinel.read() ?? facts
      this.accepted = trouble === 'lost' ? facts : { ...noted, unreadable: facts.unreadable }
      this.settle(this.known, this.accepted)
    })

  retry = async (): Promise<void> => {
    if (!this.database) await Promise.race([this.connect(true), wait(this.parts.openMs)])
    else await this.inTurn(this.sync)
  }

  raw = async (): Promise<string | null> => {
    try {
      return this.database ? rawText((await this.database.read(null)).entries) : null
    } catch {
      return null
    }
  }

  /** One thing after the other, in the order they were asked for. */
  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const next = this.turn.then(task)
    this.turn = next.catch(() => undefined)
    return next
  }

  private change(state: Partial<LedgerState>): void {
    this.state = { ...this.state, ...state }
    for (const onState of this.watchers) onState(this.state)
  }

  /** Opens and reads the database and takes it over; ends in a state, never in an error. */
  private async connect(mayWrite: boolean): Promise<void> {
    // Before the database is read: what other windows add in between can only make it more than was noted.
    const noted = this.parts.sentinel.read()
    let database: LogDatabase | null = null
    try {
      database = await openDatabase(this.parts.name, this.events, this.parts.saveMs)
      const opened = database
      const stored = await opened.read(null).catch((error: unknown) => {
        if (opened.newer) return EMPTY // a later version may have put the log elsewhere
        throw error
      })
      await this.inTurn(() => this.takeOver(opened, stored, noted, mayWrite))
    } catch {
      database?.close()
      if (this.state.trouble === null || this.state.trouble === 'no-answer')
        this.change({ keeping: 'memory', trouble: 'no-storage' })
    }
  }

  private readonly events = {
    onBlocked: (): void => {
      if (this.database) return
      this.change({ keeping: 'read-only', trouble: 'blocked' })
      this.onBlocked()
    },
    onSuperseded: (): void => {
      this.database = null
      this.change({ keeping: 'read-only', trouble: 'superseded' })
    },
    onTerminated: (): void => {
      this.leave()
      void this.connect(false)
    },
  }

  /** The database is gone; what is known stays in memory. */
  private leave(): void {
    this.database?.close()
    this.database = null
    this.change({ keeping: 'memory', trouble: 'closed' })
  }

  /**
   * Goes over to a database that continues what this window knows. One that is a beginning of it is brought up to
   * date when asked to; any other is left alone, and the trouble stays.
   */
  private async takeOver(
    database: LogDatabase,
    stored: Stored,
    noted: Sentinel | null,
    mayWrite: boolean,
  ): Promise<void> {
    const own = this.state.revisions
    let reading = toReading(stored)
    if (this.database) {
      database.close()
      return
    }
    if (!beginsWith(reading.revisions, own)) {
      const rest = own.slice(reading.revisions.length)
      if (!mayWrite || !(await writeBehind(database, reading, own, rest))) {
        database.close()
        return
      }
      reading = toReading(await database.read(null))
      this.line.tell()
    }
    this.database = database
    this.settle(reading, noted)
  }

  /** Takes a whole reading for the truth. */
  private settle(reading: Reading, noted: Sentinel | null): void {
    this.known = reading
    const { revisions, unreadable } = reading
    const trouble = this.database?.newer ? 'newer' : troubleOf(reading, this.accepted ?? noted)
    this.change({ revisions, unreadable, trouble, keeping: trouble ? 'read-only' : 'disk' })
    if (!trouble) this.parts.sentinel.write(sentinelOf(reading))
  }

  /** Adds what came behind the newest entry known. */
  private take(newer: Reading): void {
    if (newer.newest === this.known.newest) return
    const known: Reading = {
      revisions: [...this.state.revisions, ...newer.revisions],
      unreadable: this.known.unreadable + newer.unreadable,
      hasNewer: newer.hasNewer,
      newest: newer.newest,
      count: this.known.count + newer.count,
    }
    this.settle(known, sentinelOf({ ...known, unreadable: this.known.unreadable }))
  }

  private readonly onNews = (): void => {
    if (this.hasNews || !this.database) return
    this.hasNews = true
    void this.inTurn(this.sync)
  }

  /** Reads what other windows did; a storage that does not answer is asked again at the next sign. */
  private readonly sync = async (): Promise<void> => {
    this.hasNews = false
    if (!this.database) return
    try {
      if (this.state.trouble) {
        const noted = this.parts.sentinel.read()
        this.settle(toReading(await this.database.read(null)), noted)
        return
      }
      const newer = toReading(await this.database.read(this.known.newest))
      if (newer.newest < this.known.newest) this.leave()
      else this.take(newer)
    } catch (error) {
      if (error instanceof StorageError && error.code === 'closed') this.events.onTerminated()
    }
  }

  private appendInMemory(draft: RevisionDraft): KeepOutcome {
    const { revisions } = this.state
    const entry = toEntry(draft, revisions[revisions.length - 1]?.number ?? 0)
    if (!entry) return notKept('failed')
    this.change({ revisions: [...revisions, entry.revision] })
    return { kept: true, revision: entry.revision, durable: false }
  }

  private async appendOnDisk(draft: RevisionDraft, database: LogDatabase): Promise<KeepOutcome> {
    const verdicts: Verdict[] = []
    try {
      await database.add(this.known.newest, (stored) => {
        const verdict = judge(draft, stored, this.known.newest)
        verdicts.push(verdict)
        return verdict.add ? [{ key: verdict.add.revision.number, value: verdict.add.record }] : []
      })
    } catch (error) {
      return this.notAdded(error)
    }
    const verdict = verdicts[0]
    return verdict ? this.conclude(verdict) : notKept('failed')
  }

  /** The transaction is complete: what it read and wrote is now known. */
  private conclude({ newer, elsewhere, add }: Verdict): KeepOutcome {
    if (newer.newest < this.known.newest) {
      this.leave()
      return notKept('failed')
    }
    if (!add) {
      this.take(newer)
      if (elsewhere.length > 0) return { kept: false, why: 'elsewhere', elsewhere }
      return notKept(newer.unreadable > 0 ? 'read-only' : 'failed')
    }
    const { revision } = add
    this.take({
      ...newer,
      revisions: [...newer.revisions, revision],
      newest: revision.number,
      count: newer.count + 1,
    })
    this.line.tell()
    this.parts.onKept()
    return { kept: true, revision, durable: true }
  }

  private notAdded(error: unknown): KeepOutcome {
    const code = error instanceof StorageError ? error.code : 'failed'
    if (code === 'unsure') this.onNews()
    if (code !== 'closed') return notKept(code)
    this.events.onTerminated()
    return notKept('failed')
  }
}

/** Brings a database that holds the beginning of a log up to date. False: it holds something else, or refused. */
async function writeBehind(
  database: LogDatabase,
  { revisions, unreadable, newest }: Reading,
  own: readonly Revision[],
  rest: readonly Revision[],
): Promise<boolean> {
  if (database.newer || unreadable > 0 || !beginsWith(own, revisions)) return false
  if (rest[0]?.number !== newest + 1) return false
  try {
    // An entry another window adds in between has the same number as one of these, and none is added.
    await database.add(newest, () =>
      rest.map((revision) => ({ key: revision.number, value: toRecord(revision) })),
    )
    return true
  } catch {
    return false
  }
}

export const databaseKeeper = (parts: KeeperParts): Keeper => new DatabaseKeeper(parts)
