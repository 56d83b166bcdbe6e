import { parentPort, workerData } from 'node:worker_threads'
import { busyOfCalendar } from './busy-of-calendar.ts'

// A thread of its own: a calendar whose rules never end is ended from outside.
const { text, window } = workerData
parentPort?.postMessage(busyOfCalendar(text, window))
