import { settingsDoc } from '../server/settings-doc.ts'
import { keepGenerated } from './keep-generated.ts'

keepGenerated('docs/settings.md', settingsDoc())
