import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'
import look from './mantine.module.css'

const pine: MantineColorsTuple = [
  '#e4f0ec',
  '#cfe4dd',
  '#a3cdbf',
  '#78b8a2',
  '#5cc2a4',
  '#3d967d',
  '#2a7d67',
  '#1d6b57',
  '#17594a',
  '#0f4539',
]
const stone: MantineColorsTuple = [
  '#ecebe6',
  '#cfcdc5',
  '#aeaba2',
  '#928f86',
  '#5a5952',
  '#45443e',
  '#2c2c28',
  '#1f1f1c',
  '#161614',
  '#0f0f0d',
]

const quick = { duration: 100 }

/**
 * Mantine made to look like the house: no shadows on shadows, hairlines, three text sizes.
 * Parts are named, not imported, so that a page loads only those it shows.
 */
export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  colors: { pine, dark: stone },
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1.125rem', xl: '1.125rem' },
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '8px', xl: '12px' },
  spacing: { xs: '8px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  shadows: { xs: 'none', sm: 'none', md: 'var(--shadow)', lg: 'var(--shadow)', xl: 'var(--shadow)' },
  components: {
    Button: { defaultProps: { size: 'sm', variant: 'default' }, classNames: { root: look.button } },
    Input: { defaultProps: { size: 'sm' }, classNames: { input: look.input } },
    InputWrapper: { classNames: { label: look.label, description: look.description } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Tooltip: { defaultProps: { openDelay: 300, transitionProps: quick }, classNames: { tooltip: look.tooltip } },
    Menu: {
      defaultProps: { shadow: 'md', transitionProps: quick },
      classNames: { dropdown: look.dropdown, item: look.item, label: look.menuLabel },
    },
    Popover: { defaultProps: { shadow: 'md', transitionProps: quick }, classNames: { dropdown: look.dropdown } },
    Combobox: { defaultProps: { shadow: 'md' }, classNames: { dropdown: look.dropdown, option: look.item } },
    Select: { defaultProps: { comboboxProps: { shadow: 'md' } } },
    Modal: {
      defaultProps: {
        padding: 24,
        shadow: 'md',
        transitionProps: { duration: 120, transition: 'fade' },
        overlayProps: { backgroundOpacity: 0.28 },
      },
      classNames: { content: look.modal, header: look.modalHeader, title: look.modalTitle, body: look.modalBody },
    },
    SegmentedControl: {
      defaultProps: { size: 'xs', transitionDuration: 120 },
      classNames: { root: look.segments, indicator: look.segment, label: look.segmentLabel },
    },
  },
})

/** Points Mantine's own variables at the tokens, so that its parts follow both schemes. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-2)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-default': 'var(--raised)',
    '--mantine-color-default-hover': 'var(--paper-2)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-error': 'var(--breach)',
    '--mantine-color-anchor': 'var(--accent-ink)',
    '--mantine-line-height': '1.45',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-filled-hover': 'var(--accent-ink)',
    '--mantine-primary-color-contrast': 'var(--on-accent)',
    '--mantine-primary-color-light': 'var(--accent-wash)',
    '--mantine-primary-color-light-color': 'var(--accent-ink)',
  }
  return { variables: {}, light: shared, dark: shared }
}
