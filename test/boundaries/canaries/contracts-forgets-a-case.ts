type Room = 'available' | 'held';

export const words = (room: Room) => {
  switch (room) {
    case 'available':
      return 'free';
  }
};
