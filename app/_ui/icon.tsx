type IconName =
  | 'shield-check'
  | 'bell'
  | 'user'
  | 'users'
  | 'chevron-down'
  | 'chevron-right'
  | 'plus'
  | 'upload'
  | 'download'
  | 'check'
  | 'folder'
  | 'folder-up'
  | 'printer'
  | 'copy'
  | 'search'
  | 'refresh'
  | 'filter'
  | 'x'
  | 'alert'
  | 'info'
  | 'file'
  | 'file-text'
  | 'lock'
  | 'log-out'
  | 'arrow-right'
  | 'arrow-left'
  | 'send'
  | 'stamp'
  | 'pencil'
  | 'settings'
  | 'languages'
  | 'building'
  | 'clock'
  | 'scale'
  | 'eye'
  | 'undo'

/** Decoration beside words. In table rows use a class instead (`g g-file`): no element, no request (docs/stack.md §22). */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="i" aria-hidden="true" focusable="false">
      <use href={`/icons.svg#${name}`} />
    </svg>
  )
}
