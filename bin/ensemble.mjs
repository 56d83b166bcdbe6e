#!/usr/bin/env node
// Plain JavaScript: this file runs under whatever Node the machine has (20 or later), before anything is installed.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { prepare, root } from './prepare.mjs'
import { runUnder } from './run-under.mjs'

const isBuilt = existsSync(join(root, 'web', 'dist', 'index.html'))
const node = await prepare({ withDev: !isBuilt })
process.exitCode = await runUnder(node, join(root, 'server', 'cli', 'main.ts'), process.argv.slice(2))
