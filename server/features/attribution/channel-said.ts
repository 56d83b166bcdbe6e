/** Words of English and French by which people name where they heard of a company; the first that fits says the channel. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(friend|colleague|recommend\w*|referr\w*|word of mouth|ami|amie|collègue|recommand\w*|bouche[ -]à[ -]oreille)\b/i,
    'referral',
  ],
  [/\b(fair|trade ?show|conference|event|webinar|meetup|salon|foire|conférence|événement)\b/i, 'event'],
  [/\b(podcast|radio|tv|television|télé\w*|magazine|press|presse|newspaper|journal)\b/i, 'press'],
  [/\b(letter|post|brochure|flyer|lettre|courrier|prospectus)\b/i, 'direct mail'],
  [/\b(newsletter|e-?mail|mail|courriel)\b/i, 'email'],
  [/\b(facebook|instagram|linkedin|twitter|tiktok|youtube|social|réseaux sociaux)\b/i, 'social'],
  [/\b(ad|ads|advert\w*|banner|pub|publicité|annonce)\b/i, 'paid search'],
  [/\b(google|bing|search\w*|recherche|internet|web)\b/i, 'organic search'],
  [/\b(phone|call|called|téléphone|appel)\b/i, 'phone'],
]

/** The channel that an answer in plain words names; null when it names none. */
export function channelSaid(said: string): string | null {
  return WORDS.find(([words]) => words.test(said))?.[1] ?? null
}
