import { en as today } from '../pages/today/en.ts'
import { en as acts } from './acts/en.ts'
import { en as common } from './common/en.ts'
import { en as frame } from './frame/en.ts'
import { en as story } from './story/en.ts'

/** The English words of the first screen and of the frame around every page; the others come with their page. */
export const core = { common, frame, story, acts, today }
