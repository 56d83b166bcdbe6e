import type { TaskList } from 'graphile-worker'
import type { Context } from '../../context.ts'
import { searchConversations } from './search-conversations.ts'

/** The job that listens to all conversations again when what is listened for has changed. */
export function conversationTasks(ctx: Context): TaskList {
  return { 'search-conversations': () => searchConversations(ctx) }
}
