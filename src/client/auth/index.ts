// Credentials, the login, and the headers that authenticate a request.
// It must never know what a request is for.
// Next: login.ts, tokens from the hub; auth-headers.ts, how they are shown.
export { type AccessToken, getAccessToken } from "./access-token";
export { fixedAuthHeaders, loginAuthHeaders } from "./auth-headers";
export { type CredentialChoice, chooseCredentials, type User } from "./credentials";
export { createLogin, type Login } from "./login";
