/** A session cookie as a browser would keep it, and what the server said when it gave it out. */
export const signInWithPassword = async (
  address: string,
  email: string,
  password: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; cookie: string; setCookie: string; body: unknown; headers: Headers }> => {
  const response = await fetch(`${address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ email, password }),
  });
  const setCookie = response.headers.getSetCookie()[0] ?? '';
  return {
    status: response.status,
    cookie: setCookie.split(';')[0] ?? '',
    setCookie,
    body: await response.json(),
    headers: response.headers,
  };
};

export const getAs = (address: string, path: string, cookie: string, headers: Record<string, string> = {}) =>
  fetch(`${address}${path}`, { headers: { cookie, ...headers } });
