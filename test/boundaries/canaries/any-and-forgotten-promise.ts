const parsed: any = JSON.parse('{}');

export const save = async () => parsed;

export const use = () => {
  save();
};
