import type { Notice } from './say-notice.ts'

/** Notices about one lead on one day, newest first. */
export type NoticeGroup = { key: string; notices: Notice[]; isNew: boolean }
export type NoticeDay = { day: string; groups: NoticeGroup[] }

function dayOf(at: string): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`
}

/** Notices by day, newest first, those about one lead together at the place of the newest. */
export function groupNotices(notices: readonly Notice[]): NoticeDay[] {
  return [...Map.groupBy(notices, (notice) => dayOf(notice.createdAt))].map(([day, ofDay]) => ({
    day,
    groups: [...Map.groupBy(ofDay, (notice) => notice.personId ?? notice.id)].map(([about, together]) => ({
      key: `${day} ${about}`,
      notices: together,
      isNew: together.some((notice) => notice.readAt === null),
    })),
  }))
}
