import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { totalmem } from 'node:os'
import { exists } from './account.ts'
import type { ClusterPaths } from './cluster-paths.ts'

/** Writes the settings we choose for this machine; postgresql.conf includes them and an administrator's lines there win. */
export function writeServerSettings(paths: ClusterPaths, extra: Record<string, string>): void {
  const totalMb = Math.floor(totalmem() / 1_048_576)
  const settings: Record<string, string> = {
    shared_buffers: `${Math.min(1024, Math.max(64, Math.floor(totalMb / 8)))}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(totalMb / 2))}MB`,
    maintenance_work_mem: `${Math.min(256, Math.max(32, Math.floor(totalMb / 32)))}MB`,
    work_mem: '16MB',
    max_connections: '100',
    max_wal_size: '2GB',
    random_page_cost: '1.1',
    jit: 'off',
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgresql-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    ...extra,
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`)
  const text = `# Written at every start.\n${lines.join('\n')}\n`
  if (exists(paths.settingsFile) && readFileSync(paths.settingsFile, 'utf8') === text) return
  writeFileSync(paths.settingsFile, text)
  chmodSync(paths.settingsFile, 0o644)
}
