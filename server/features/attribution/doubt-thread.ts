import { parentPort } from 'node:worker_threads'
import type { Journeys } from '@ensemble/engine/attribution/journeys.ts'
import { doubtLabels } from './doubt-labels.ts'

// One question, then the thread ends: dealing outcomes anew takes seconds, in which other questions are answered beside it.
parentPort?.once('message', (journeys: Journeys) => parentPort?.postMessage(doubtLabels(journeys)))
