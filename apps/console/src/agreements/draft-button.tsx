import type { Agreement } from '@concord/domain';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useCommand } from '../commands';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { useAll } from '../live/live-context';

/** Starts a new version with the terms of this one, and opens it for writing once the board has it. */
export const DraftButton = ({ base }: { readonly base: Agreement }) => {
  const navigate = useNavigate();
  const command = useCommand('draftAgreement', 'New draft made');
  const [made, setMade] = useState<string>();
  const here = useAll('agreement').has(made ?? '');
  useEffect(() => {
    if (here && made) void navigate({ to: '/agreements/$agreementId/edit', params: { agreementId: made } });
  }, [here, made, navigate]);
  return (
    <>
      <CommandButton
        command={command}
        onPress={() => command.send({}, { basedOn: base.id }, ({ id }) => setMade(id))}
      >
        Draft from version {base.version}
      </CommandButton>
      <CommandResult command={command} />
    </>
  );
};
