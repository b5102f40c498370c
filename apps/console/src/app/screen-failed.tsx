import { Button } from '../kit/button';
import { MessagePage } from './message-page';

/** A fault of the screen itself. What is known is said; what is not is not guessed. */
export const ScreenFailed = ({ error }: { readonly error: unknown }) => (
  <MessagePage title="This screen has failed">
    <p>Nothing that was recorded is lost: it is kept on the server. Other screens are not affected.</p>
    <p>What went wrong: {error instanceof Error ? error.message : String(error)}</p>
    <p>
      <Button look="primary" onClick={() => window.location.reload()}>
        Reload
      </Button>
    </p>
  </MessagePage>
);
