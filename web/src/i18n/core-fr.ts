import { fr as today } from '../pages/today/fr.ts'
import { fr as acts } from './acts/fr.ts'
import { fr as common } from './common/fr.ts'
import { fr as frame } from './frame/fr.ts'
import { fr as story } from './story/fr.ts'

/** The French words of the first screen and of the frame around every page; the others come with their page. */
export const core = { common, frame, story, acts, today }
