#!/usr/bin/env node
// Plain JavaScript: runs under whatever Node the machine has, before anything is installed.
import { join } from 'node:path'
import { prepare, root } from './prepare.mjs'
import { runUnder } from './run-under.mjs'

const node = await prepare({ withDev: true })
process.exitCode = await runUnder(node, join(root, 'bench', 'run.ts'), process.argv.slice(2))
