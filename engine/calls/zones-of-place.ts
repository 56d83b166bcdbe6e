/**
 * The time zones most people of a country live in, from the IANA time zone database's list of countries. Where there are
 * several, a call is polite only when it is in every one of them, unless the region says which.
 */
const ZONES = `AD Europe/Andorra|AE Asia/Dubai|AF Asia/Kabul|AG America/Antigua|AL Europe/Tirane|AM Asia/Yerevan|AO Africa/Luanda
AR America/Argentina/Buenos_Aires|AT Europe/Vienna|AU Australia/Sydney Australia/Brisbane Australia/Adelaide Australia/Perth
AZ Asia/Baku|BA Europe/Sarajevo|BB America/Barbados|BD Asia/Dhaka|BE Europe/Brussels|BF Africa/Ouagadougou|BG Europe/Sofia
BH Asia/Bahrain|BI Africa/Bujumbura|BJ Africa/Porto-Novo|BN Asia/Brunei|BO America/La_Paz|BR America/Sao_Paulo America/Manaus
BS America/Nassau|BT Asia/Thimphu|BW Africa/Gaborone|BY Europe/Minsk|BZ America/Belize
CA America/Toronto America/Halifax America/Winnipeg America/Edmonton America/Vancouver|CD Africa/Kinshasa Africa/Lubumbashi
CF Africa/Bangui|CG Africa/Brazzaville|CH Europe/Zurich|CI Africa/Abidjan|CL America/Santiago|CM Africa/Douala|CN Asia/Shanghai
CO America/Bogota|CR America/Costa_Rica|CU America/Havana|CV Atlantic/Cape_Verde|CY Asia/Nicosia|CZ Europe/Prague|DE Europe/Berlin
DJ Africa/Djibouti|DK Europe/Copenhagen|DM America/Dominica|DO America/Santo_Domingo|DZ Africa/Algiers|EC America/Guayaquil
EE Europe/Tallinn|EG Africa/Cairo|ES Europe/Madrid|ET Africa/Addis_Ababa|FI Europe/Helsinki|FJ Pacific/Fiji|FR Europe/Paris
GA Africa/Libreville|GB Europe/London|GD America/Grenada|GE Asia/Tbilisi|GF America/Cayenne|GH Africa/Accra|GM Africa/Banjul
GN Africa/Conakry|GP America/Guadeloupe|GQ Africa/Malabo|GR Europe/Athens|GT America/Guatemala|GW Africa/Bissau|GY America/Guyana
HK Asia/Hong_Kong|HN America/Tegucigalpa|HR Europe/Zagreb|HT America/Port-au-Prince|HU Europe/Budapest
ID Asia/Jakarta Asia/Makassar Asia/Jayapura|IE Europe/Dublin|IL Asia/Jerusalem|IN Asia/Kolkata|IQ Asia/Baghdad|IR Asia/Tehran
IS Atlantic/Reykjavik|IT Europe/Rome|JM America/Jamaica|JO Asia/Amman|JP Asia/Tokyo|KE Africa/Nairobi|KG Asia/Bishkek
KH Asia/Phnom_Penh|KM Indian/Comoro|KR Asia/Seoul|KW Asia/Kuwait|KZ Asia/Almaty|LA Asia/Vientiane|LB Asia/Beirut|LC America/St_Lucia
LI Europe/Vaduz|LK Asia/Colombo|LR Africa/Monrovia|LS Africa/Maseru|LT Europe/Vilnius|LU Europe/Luxembourg|LV Europe/Riga
LY Africa/Tripoli|MA Africa/Casablanca|MC Europe/Monaco|MD Europe/Chisinau|ME Europe/Podgorica|MG Indian/Antananarivo
MK Europe/Skopje|ML Africa/Bamako|MM Asia/Yangon|MN Asia/Ulaanbaatar|MO Asia/Macau|MQ America/Martinique|MR Africa/Nouakchott
MT Europe/Malta|MU Indian/Mauritius|MV Indian/Maldives|MW Africa/Blantyre|MX America/Mexico_City America/Cancun America/Hermosillo America/Tijuana
MY Asia/Kuala_Lumpur|MZ Africa/Maputo|NA Africa/Windhoek|NE Africa/Niamey|NG Africa/Lagos|NI America/Managua|NL Europe/Amsterdam
NO Europe/Oslo|NP Asia/Kathmandu|NZ Pacific/Auckland|OM Asia/Muscat|PA America/Panama|PE America/Lima|PG Pacific/Port_Moresby
PH Asia/Manila|PK Asia/Karachi|PL Europe/Warsaw|PR America/Puerto_Rico|PS Asia/Gaza|PT Europe/Lisbon Atlantic/Azores|PY America/Asuncion
QA Asia/Qatar|RE Indian/Reunion|RO Europe/Bucharest|RS Europe/Belgrade
RU Europe/Moscow Europe/Samara Asia/Yekaterinburg Asia/Novosibirsk Asia/Irkutsk Asia/Vladivostok|RW Africa/Kigali|SA Asia/Riyadh
SC Indian/Mahe|SD Africa/Khartoum|SE Europe/Stockholm|SG Asia/Singapore|SI Europe/Ljubljana|SK Europe/Bratislava|SL Africa/Freetown
SM Europe/San_Marino|SN Africa/Dakar|SO Africa/Mogadishu|SR America/Paramaribo|SS Africa/Juba|ST Africa/Sao_Tome|SV America/El_Salvador
SY Asia/Damascus|SZ Africa/Mbabane|TD Africa/Ndjamena|TG Africa/Lome|TH Asia/Bangkok|TJ Asia/Dushanbe|TL Asia/Dili|TM Asia/Ashgabat
TN Africa/Tunis|TR Europe/Istanbul|TT America/Port_of_Spain|TW Asia/Taipei|TZ Africa/Dar_es_Salaam|UA Europe/Kyiv|UG Africa/Kampala
US America/New_York America/Chicago America/Denver America/Los_Angeles|UY America/Montevideo|UZ Asia/Tashkent|VA Europe/Vatican
VC America/St_Vincent|VE America/Caracas|VN Asia/Ho_Chi_Minh|YE Asia/Aden|ZA Africa/Johannesburg|ZM Africa/Lusaka|ZW Africa/Harare`

/** Regions with one clock of their own, under their ISO 3166-2 codes; a state that has two clocks is left out. */
const REGIONS = `America/New_York US-CT US-DC US-DE US-GA US-MA US-MD US-ME US-NC US-NH US-NJ US-NY US-OH US-PA US-RI US-SC US-VA US-VT US-WV
America/Chicago US-AL US-AR US-IA US-IL US-LA US-MN US-MO US-MS US-OK US-WI
America/Denver US-CO US-MT US-NM US-UT US-WY
America/Phoenix US-AZ
America/Los_Angeles US-CA US-WA US-NV
Pacific/Honolulu US-HI
America/Toronto CA-QC
America/Halifax CA-NS CA-NB CA-PE
America/St_Johns CA-NL
America/Winnipeg CA-MB
America/Regina CA-SK
America/Edmonton CA-AB
America/Vancouver CA-BC
America/Sao_Paulo BR-SP BR-RJ BR-MG BR-ES BR-PR BR-SC BR-RS BR-DF BR-GO
America/Bahia BR-BA
America/Manaus BR-AM BR-RR
America/Cuiaba BR-MT
Australia/Sydney AU-NSW AU-ACT
Australia/Melbourne AU-VIC
Australia/Brisbane AU-QLD
Australia/Adelaide AU-SA
Australia/Perth AU-WA
Australia/Darwin AU-NT
Australia/Hobart AU-TAS
Atlantic/Canary ES-CN
Atlantic/Azores PT-20`

const byCountry = new Map(
  ZONES.split(/[|\n]/).map((line) => {
    const [country = '', ...zones] = line.trim().split(' ')
    return [country, zones] as const
  }),
)
const byRegion = new Map(
  REGIONS.split('\n').flatMap((line) => {
    const [zone = '', ...regions] = line.trim().split(' ')
    return regions.map((region) => [region, zone] as const)
  }),
)

/**
 * The zones (IANA names) in which somebody in a country (ISO 3166-1 code) and region (code, with or without the country) may
 * be; empty where the country is not known. The most populous comes first.
 */
export function zonesOfPlace(country: string, region?: string): readonly string[] {
  const code = country.trim().toUpperCase()
  const part = region?.trim().toUpperCase()
  const own = part === undefined ? undefined : byRegion.get(part.startsWith(`${code}-`) ? part : `${code}-${part}`)
  return own === undefined ? (byCountry.get(code) ?? []) : [own]
}

/** The country whose people live by a zone, or null: what a company's own zone says of where it is. */
export function countryOfZone(zone: string): string | null {
  for (const [country, zones] of byCountry) if (zones.includes(zone)) return country
  for (const [region, of] of byRegion) if (of === zone) return region.slice(0, 2)
  return null
}
