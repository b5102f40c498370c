const oldest = /** @type {const} */ ([20, 19]);

/** Ends the process with a plain message when Node is too old to run Concord. */
export function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  console.error(
    `Concord needs Node ${oldest.join('.')} or newer; this is Node ${process.versions.node}. ` +
      'Install a current one from https://nodejs.org and try again.',
  );
  process.exit(1);
}
