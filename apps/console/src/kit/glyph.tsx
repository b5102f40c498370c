export type GlyphName =
  'over' | 'due' | 'soon' | 'mine' | 'running' | 'stopped' | 'stale' | 'law' | 'agreed' | 'lent';

const shapes: Readonly<Record<GlyphName, React.ReactNode>> = {
  over: (
    <>
      <rect x="1" y="1" width="14" height="14" rx="2" fill="currentColor" />
      <path d="M8 4v5M8 11.2v.6" stroke="var(--glyph-ground)" strokeWidth="2.2" strokeLinecap="round" />
    </>
  ),
  due: <path d="M8 1.5 15.2 14.5H.8Z" fill="currentColor" />,
  soon: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M8 2a6 6 0 0 0 0 12Z" fill="currentColor" />
    </>
  ),
  mine: <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="3" />,
  running: <circle cx="8" cy="8" r="2.6" fill="currentColor" />,
  stopped: <rect x="4" y="4" width="8" height="8" fill="none" stroke="currentColor" strokeWidth="2" />,
  stale: (
    <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="2.6 2.1" />
  ),
  agreed: (
    <>
      <circle cx="5.8" cy="8" r="4.3" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <circle cx="10.2" cy="8" r="4.3" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  lent: (
    <path
      d="M1.5 5.2h11M9.3 2l3.2 3.2-3.2 3.2M14.5 10.8h-11M6.7 7.6l-3.2 3.2 3.2 3.2"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  law: (
    <path
      d="M8 1.5v12M4.5 14.5h7M2.5 4h11M2.5 4 .8 9h3.6ZM13.5 4l-1.7 5h3.6Z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
};

/** A shape that can be told from the others in grey and without its colour; never shown without a word. */
export const Glyph = ({ name, size = 12 }: { readonly name: GlyphName; readonly size?: number }) => (
  <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false">
    {shapes[name]}
  </svg>
);
