import { useSyncExternalStore } from 'react';
import { announce } from './announcer';

export const Voices = () => {
  const { done, alarm } = useSyncExternalStore(announce.subscribe, announce.current);
  return (
    <>
      <div role="status" className="visually-hidden">
        {done}
      </div>
      <div role="alert" className="visually-hidden">
        {alarm}
      </div>
    </>
  );
};
