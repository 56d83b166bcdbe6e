const FREE_MAIL = new Set(
  `gmail.com googlemail.com yahoo.com yahoo.fr yahoo.co.uk yahoo.de yahoo.com.br yahoo.es yahoo.it ymail.com hotmail.com hotmail.fr
   hotmail.co.uk hotmail.de hotmail.it hotmail.es outlook.com outlook.fr outlook.de live.com live.fr msn.com aol.com icloud.com me.com
   mac.com gmx.com gmx.de gmx.net gmx.fr web.de mail.com mail.ru yandex.com yandex.ru proton.me protonmail.com tutanota.com zoho.com
   orange.fr wanadoo.fr free.fr sfr.fr laposte.net bbox.fr neuf.fr numericable.fr t-online.de freenet.de libero.it virgilio.it tiscali.it
   uol.com.br bol.com.br terra.com.br ig.com.br qq.com 163.com 126.com naver.com rediffmail.com comcast.net verizon.net att.net
   btinternet.com sky.com bluewin.ch skynet.be telenet.be ziggo.nl kpnmail.nl wp.pl o2.pl seznam.cz sapo.pt`.split(
    /\s+/,
  ),
)

/** Whether a mail domain is one that anybody can get an address at, so that it says nothing of the company. */
export function isFreeMail(domain: string): boolean {
  return FREE_MAIL.has(domain.toLowerCase())
}
