/** A number that a phone rings at a tap. */
export const TelLink = ({ telephone }: { readonly telephone: string }) => (
  <a href={`tel:${telephone.replaceAll(' ', '')}`}>{telephone}</a>
);
