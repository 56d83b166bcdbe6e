import type { Client } from 'pg'

/** Jobs are carried as calls, not as rows: graphile-worker's own tables may differ between its versions. */
const selectJobs = `
  select json_build_object(
           'identifier', t.identifier, 'payload', j.payload, 'queueName', q.queue_name, 'runAt', j.run_at,
           'maxAttempts', j.max_attempts, 'jobKey', j.key, 'priority', j.priority, 'flags', (select array_agg(key) from jsonb_object_keys(j.flags) key))
    from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
   where j.attempts < j.max_attempts
   order by j.id`

export async function hasJobs(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ found: string | null }>(
    "select to_regclass('graphile_worker._private_jobs')::text as found",
  )
  return typeof rows[0]?.found === 'string'
}

/** The statement whose rows, copied, are the waiting jobs, one JSON object each. A job that was running waits again. */
export const copyJobsOut = `copy (${selectJobs}) to stdout`

export const makeJobsTable = 'create temporary table restored_jobs (job json) on commit drop'
export const copyJobsIn = 'copy restored_jobs (job) from stdin'

/** Replaces the waiting jobs by the restored ones. */
export async function putJobs(client: Client): Promise<number> {
  await client.query('delete from graphile_worker._private_jobs')
  const { rowCount } = await client.query(
    `select graphile_worker.add_job(
              job->>'identifier', job->'payload', job->>'queueName', (job->>'runAt')::timestamptz, (job->>'maxAttempts')::int,
              job->>'jobKey', (job->>'priority')::int,
              case when json_typeof(job->'flags') = 'array' then array(select json_array_elements_text(job->'flags')) end)
       from restored_jobs`,
  )
  return rowCount ?? 0
}
