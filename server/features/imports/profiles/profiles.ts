import { contacts } from './contacts/contacts.ts'
import { hubspot } from './hubspot/hubspot.ts'
import { maven } from './maven/maven.ts'
import { olist } from './olist/olist.ts'
import { pipedrive } from './pipedrive/pipedrive.ts'
import type { KnownFile, Profile } from './profile.ts'
import { salesforce } from './salesforce/salesforce.ts'
import { touches } from './touches/touches.ts'

/** Every ready profile. The first that knows the files is proposed; `contacts` knows any table. */
export const PROFILES: readonly Profile[] = [olist, maven, hubspot, salesforce, pipedrive, touches, contacts]

export function profileById(id: string): Profile | null {
  return PROFILES.find((profile) => profile.id === id) ?? null
}

/** The profile for these files with the role of each; a null role is a file the profile does not use. */
export function recognise(files: readonly KnownFile[]): { profile: Profile; roles: (string | null)[] } {
  for (const profile of PROFILES) {
    const roles = profile.assign(files)
    if (roles !== null) return { profile, roles }
  }
  return { profile: contacts, roles: files.map(() => 'contacts') }
}
