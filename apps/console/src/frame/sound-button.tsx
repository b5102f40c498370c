import { useSyncExternalStore } from 'react';
import { Glyph } from '../kit/glyph';
import { alarmSound } from './alarm-sound';
import styles from './sound-button.module.css';

/** Whether alarms can be heard at this desk. Pressed, it turns the sound on and lets it be heard. */
export const SoundButton = () => {
  const on = useSyncExternalStore(alarmSound.subscribe, alarmSound.isOn);
  return (
    <button
      type="button"
      className={styles.sound}
      data-on={on || undefined}
      data-testid="sound"
      onClick={() => void alarmSound.turnOn().then(() => alarmSound.play('medium'))}
    >
      <Glyph name={on ? 'running' : 'due'} size={12} />
      {on ? 'Sound on' : 'SOUND OFF'}
      <span className="visually-hidden">{on ? ': play a test' : ': press to turn it on'}</span>
    </button>
  );
};
