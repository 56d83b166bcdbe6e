import { type Fact, storyOf } from '../facts/fact.ts'
import type { History } from './history.ts'
import { historyWriter } from './history-writer.ts'

/** The columns of a few stories, by person id: for tests and small histories. Facts may come in any order. */
export function historyOfStories(
  stories: ReadonlyMap<string, readonly Fact[]>,
  qualifiedAt?: ReadonlyMap<string, number>,
): History {
  const writer = historyWriter()
  for (const [personId, facts] of stories) {
    for (const { kind, at, actor, touch, data } of storyOf(facts)) {
      const { channel = null, origin = null, campaign = null, landingPage = null } = touch ?? {}
      writer.add(personId, kind, at, actor, channel, origin, campaign, landingPage, JSON.stringify(data))
    }
  }
  return writer.finish(qualifiedAt)
}
