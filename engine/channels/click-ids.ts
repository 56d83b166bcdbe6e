/** Marks that ad platforms add to the address of a page they send people to, with the platform. */
export const CLICK_IDS: Readonly<Record<string, string>> = {
  gclid: 'google',
  gbraid: 'google',
  wbraid: 'google',
  dclid: 'google',
  msclkid: 'bing',
  li_fat_id: 'linkedin',
  fbclid: 'facebook',
  ttclid: 'tiktok',
  twclid: 'twitter',
  rdt_cid: 'reddit',
  epik: 'pinterest',
  ScCid: 'snapchat',
  irclickid: 'impact',
}
