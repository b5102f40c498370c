import { Link } from '@tanstack/react-router';
import { MessagePage } from './message-page';

export const NoSuchPage = () => (
  <MessagePage title="There is no such page">
    <p>The address may be mistyped, or this part of Concord may have moved.</p>
    <p>
      <Link to="/">Go to the sign-in page</Link>
    </p>
  </MessagePage>
);
