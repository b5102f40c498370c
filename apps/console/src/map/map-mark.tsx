import { Glyph } from '../kit/glyph';
import { LayerIcon } from './layer-icon';
import type { Mark } from './lay-out';
import { ICON, TAG, tagText, TEXT } from './lay-out';
import { glyphOf } from './map-words';
import styles from './map.module.css';

interface Props {
  readonly mark: Mark;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

const HALF_ICON = 9;

const Compact = ({ mark: { item, width } }: Pick<Props, 'mark'>) => (
  <>
    <title>{`${item.name}: ${item.clock} ${item.says}`}</title>
    <circle className={styles.pill} r={width / 2} />
    <g transform="translate(-8 -8)">
      <LayerIcon layer={item.layer} />
    </g>
    {item.tone !== 'plain' && item.tone !== 'quiet' && (
      <g transform="translate(6 -18)" className={styles.corner}>
        <circle cx="7" cy="7" r="8" />
        <g transform="translate(1 1)">
          <Glyph name={glyphOf[item.tone]} size={12} />
        </g>
      </g>
    )}
  </>
);

const Tags = ({ mark, chosen, onChoose }: Props) => {
  const { tags, moreTags, width, height } = mark;
  const top = -height / 2 + (height - (tags.length + (moreTags > 0 ? 1 : 0)) * TAG) - 3;
  return (
    <>
      {tags.map((person, n) => (
        <g
          key={person.id}
          className={styles.tag}
          data-tone={person.tone}
          data-chosen={person.id === chosen || undefined}
          data-map-item={person.name}
          transform={`translate(${-width / 2 + 5} ${top + n * TAG})`}
          onClick={(event) => {
            event.stopPropagation();
            onChoose(person.id);
          }}
        >
          <rect className={styles.tagFill} width={width - 10} height={TAG - 2} rx="4" />
          <text x="7" y="13.5" fontSize={TEXT}>
            {tagText(person)}
          </text>
        </g>
      ))}
      {moreTags > 0 && (
        <text className={styles.says} x={-width / 2 + 12} y={top + tags.length * TAG + 14} fontSize={TEXT}>
          {`${moreTags} more here`}
        </text>
      )}
    </>
  );
};

/** One thing of the map: its kind by picture, its state by words and line, never by colour alone. */
export const MapMark = ({ mark, chosen, onChoose }: Props) => {
  const { item, middle, compact, width, height, title, line, tags, moreTags } = mark;
  const words = -height / 2 + 19;
  const isChosen = item.id === chosen;
  return (
    <g
      className={styles.mark}
      data-tone={item.tone}
      data-layer={item.layer}
      data-chosen={isChosen || undefined}
      data-map-item={item.name}
      transform={`translate(${middle.x} ${middle.y})`}
      onClick={(event) => {
        event.stopPropagation();
        onChoose(item.id);
      }}
    >
      {compact ? (
        <Compact mark={mark} />
      ) : (
        <>
          {isChosen && (
            <rect
              className={styles.ring}
              x={-width / 2 - 4}
              y={-height / 2 - 4}
              width={width + 8}
              height={height + 8}
              rx="11"
            />
          )}
          <rect className={styles.pill} x={-width / 2} y={-height / 2} width={width} height={height} rx="8" />
          {item.tone === 'stale' && (
            <rect
              className={styles.hatch}
              x={-width / 2}
              y={-height / 2}
              width={width}
              height={height}
              rx="8"
            />
          )}
          <g transform={`translate(${-width / 2 + ICON / 2 - HALF_ICON + 1} ${-height / 2 + 12})`}>
            <LayerIcon layer={item.layer} size={18} />
          </g>
          <text className={styles.title} x={-width / 2 + ICON} y={words - 2} fontSize={TEXT}>
            {title}
          </text>
          <text className={styles.says} x={-width / 2 + ICON} y={words + 15} fontSize={TEXT}>
            {line}
          </text>
          {tags.length + moreTags > 0 && <Tags mark={mark} chosen={chosen} onChoose={onChoose} />}
        </>
      )}
    </g>
  );
};
