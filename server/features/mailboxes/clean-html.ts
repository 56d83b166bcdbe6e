import sanitize from 'sanitize-html'

const NO_PICTURE = 'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%221%22 height=%221%22/%3E'
const SIZES = [/^\d{1,4}(?:\.\d+)?(?:px|em|rem|%|pt)?$/, /^auto$/]
const COLOURS = [/^#[0-9a-f]{3,8}$/i, /^rgba?\([\d\s,.%]+\)$/i, /^[a-z]{3,24}$/i]

/**
 * HTML of a mail that may be shown: no script, no form, no frame, no style that reaches beyond its element, and no picture from
 * elsewhere unless asked for. It is shown in a sandboxed frame besides.
 */
export function cleanHtml(html: string, options: { hasPictures: boolean }): { html: string; blocked: number } {
  let blocked = 0
  const cleaned = sanitize(html, {
    allowedTags: [
      ...[
        'a',
        'abbr',
        'b',
        'blockquote',
        'br',
        'caption',
        'center',
        'code',
        'col',
        'colgroup',
        'dd',
        'del',
        'div',
        'dl',
        'dt',
      ],
      ...[
        'em',
        'font',
        'h1',
        'h2',
        'h3',
        'h4',
        'h5',
        'h6',
        'hr',
        'i',
        'img',
        'ins',
        'li',
        'ol',
        'p',
        'pre',
        'q',
        's',
        'small',
      ],
      ...['span', 'strike', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'u', 'ul'],
    ],
    allowedAttributes: {
      a: ['href', 'title', 'rel', 'target'],
      img: ['src', 'alt', 'width', 'height'],
      font: ['color', 'size'],
      td: ['colspan', 'rowspan', 'align', 'valign', 'width'],
      th: ['colspan', 'rowspan', 'align', 'valign', 'width'],
      table: ['width', 'cellpadding', 'cellspacing', 'border', 'align'],
      '*': ['style', 'dir', 'lang'],
    },
    allowedStyles: {
      '*': {
        color: COLOURS,
        'background-color': COLOURS,
        'text-align': [/^(?:left|right|center|justify)$/],
        'font-weight': [/^(?:bold|normal|\d{3})$/],
        'font-style': [/^(?:italic|normal)$/],
        'text-decoration': [/^(?:underline|none|line-through)$/],
        'font-size': SIZES,
        width: SIZES,
        'max-width': SIZES,
        padding: SIZES,
        margin: SIZES,
      },
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['https', 'http', 'data'] },
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nestingLimit: 200,
    transformTags: {
      a: (tagName, attribs) => ({
        tagName,
        attribs: { ...attribs, rel: 'noopener noreferrer nofollow', target: '_blank' },
      }),
      img: (tagName, attribs) => {
        const source = attribs.src ?? ''
        const isOwn = /^data:image\/(?:png|gif|jpeg|webp);base64,/i.test(source)
        if (isOwn || (options.hasPictures && /^https?:/i.test(source))) return { tagName, attribs }
        blocked++
        return { tagName, attribs: { ...attribs, src: NO_PICTURE } }
      },
    },
  })
  return { html: cleaned, blocked }
}
